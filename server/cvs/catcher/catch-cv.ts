import { readApart } from "#server/cvs/reader/read-apart.ts";
import { asCvText } from "#server/cvs/reader/read-file.ts";
import { linesOf } from "#server/cvs/reader/read-txt.ts";
import { Refused } from "#server/cvs/reader/refused.ts";
import { sniffKind } from "#server/cvs/reader/sniff-kind.ts";
import { today } from "#server/platform/clock.ts";
import { inTurns } from "#server/platform/in-turns.ts";
import { findCommune } from "#server/referentials/find-commune.ts";
import type { CatcherUpload } from "#shared/cvs/catcher-contracts.ts";
import { withinPage } from "#shared/cvs/caught-cv.ts";
import type { CommuneFinder, CvFindings, CvText } from "#shared/cvs/cv-findings.ts";
import { readingSteps } from "#shared/cvs/read-cv-text.ts";
import type { UploadedFile } from "#shared/cvs/uploaded-file.ts";
import { wrongField } from "#shared/kernel/failure.ts";
import { oneOfTwo } from "./one-of-two.ts";

/**
 * What a CV says, from its file or its pasted text. Nothing of it stays here once this returns.
 * @throws Failure "invalid" on the field `file` or `text`, or "unavailable" when too many wait
 */
export const catchCv = async ({ file, text }: CatcherUpload): Promise<CvFindings> => {
  if (file instanceof Error) throw file;
  if (file === undefined && text === null) throw wrongField("file", "cv-file-missing");
  try {
    return await understand(file === undefined ? asCvText(linesOf(text ?? "")) : await readUploaded(file));
  } catch (error) {
    throw error instanceof Refused ? wrongField(file === undefined ? "text" : "file", error.code) : error;
  }
};

/** Makes, some seconds after the start, what the first reading would otherwise wait for. */
export const prepareCatching = (): void => {
  const afterStart = 10_000;
  setTimeout(() => void understand(asCvText(linesOf("Maçon"))), afterStart).unref();
};

/** What a look at the name and the first bytes refuses needs no process of its own. */
export const readUploaded = async (file: UploadedFile): Promise<CvText> => {
  sniffKind(file);
  return oneOfTwo(() => readApart(file));
};

/** In this process, which has the occupations and the communes at hand, but never for long at a time. */
const understand = async (text: CvText): Promise<CvFindings> =>
  withinPage(await inTurns(readingSteps(text, { today: today(), findCommune: sureCommune })));

const sureCommune: CommuneFinder = ({ name, postcode }) => findCommune([postcode, name].filter(Boolean).join(" "));
