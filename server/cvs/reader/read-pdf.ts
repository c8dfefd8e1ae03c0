import { getDocumentProxy } from "unpdf";
import { mostCvPages } from "#shared/cvs/cv-file.ts";
import type { CvLine } from "#shared/cvs/cv-findings.ts";
import { checkPdf } from "./check-pdf.ts";
import { type PdfPiece, pdfLines } from "./pdf-lines.ts";
import { Refused } from "./refused.ts";

/** Fewer letters a page than this, and what one sees is a picture. */
const lettersOfScan = 20;

/** The runs of words of a PDF, page by page, where they stand. No script of the file is ever evaluated. */
export const readPdf = async (bytes: Uint8Array): Promise<readonly CvLine[]> => {
  checkPdf(bytes);
  const document = await opened(bytes);
  if (document.numPages > mostCvPages) throw new Refused("cv-too-many-pages");
  const lines: CvLine[] = [];
  try {
    for (let number = 1; number <= document.numPages; number++)
      lines.push(...pdfLines(await piecesOf(document, number), number));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused("cv-damaged");
  }
  const letters = lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < lettersOfScan * document.numPages) throw new Refused("cv-scanned");
  return lines;
};

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

const opened = async (bytes: Uint8Array): Promise<Document> => {
  try {
    // pdf.js takes its bytes away: it gets its own
    return await getDocumentProxy(Uint8Array.from(bytes), {
      isEvalSupported: false,
      verbosity: 0,
      stopAtErrors: false,
    });
  } catch (error) {
    throw new Refused((error as Error).name === "PasswordException" ? "cv-encrypted" : "cv-damaged");
  }
};

const piecesOf = async (document: Document, number: number): Promise<PdfPiece[]> => {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  return items.flatMap((item): PdfPiece[] => {
    if (!("str" in item)) return [];
    const [, , c = 0, d = 0, e = 0, f = 0] = item.transform as number[];
    const [x = 0, y = 0] = viewport.convertToViewportPoint(e, f) as number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) }];
  });
};
