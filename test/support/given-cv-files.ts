import { aPdf, columns } from "./given-pdf.ts";
import { aZip, type ZipPart } from "./given-zip.ts";

/** A short CV, in the words of someone who lives near Tulle. */
export const cvLines = [
  "Lina Verdier",
  "19000 Tulle",
  "06 12 34 56 78 - lina.verdier@exemple.invalid",
  "Aide-soignante",
  "Expérience professionnelle",
  "2019 – 2025 Aide-soignante, EHPAD Les Tilleuls, Tulle",
  "2016 – 2018 Agente de service hospitalier, hôpital de Brive",
  "Formation",
  "2019 Diplôme d’État d’aide-soignant",
  "Permis B, véhicule personnel",
  "Langues : anglais courant",
] as const;

export const cvPdf = (lines: readonly string[] = cvLines): Buffer => aPdf([columns(lines)]);

export const cvTxt = (lines: readonly string[] = cvLines): Buffer => Buffer.from(lines.join("\r\n"), "utf8");

const esc = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** `body` is WordprocessingML in place of the lines; `parts` are more files inside. */
type DocxOptions = { readonly body?: string; readonly parts?: readonly ZipPart[]; readonly types?: string };

export const cvDocx = (
  lines: readonly string[] = cvLines,
  { body, parts = [], types = "" }: DocxOptions = {},
): Buffer =>
  aZip([
    {
      name: "[Content_Types].xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
    },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body ?? lines.map(paragraph).join("")}</w:body></w:document>`,
    },
    ...parts,
  ]);

export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${esc(text)}</w:t></w:r></w:p>`;

export const tableRow = (cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

export const relations = (...lines: readonly string[]): ZipPart => ({
  name: "word/_rels/document.xml.rels",
  content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`,
});

type OdtOptions = { readonly body?: string; readonly parts?: readonly ZipPart[]; readonly mimetype?: string };

export const cvOdt = (lines: readonly string[] = cvLines, options: OdtOptions = {}): Buffer =>
  aZip([
    { name: "mimetype", content: options.mimetype ?? "application/vnd.oasis.opendocument.text" },
    {
      name: "content.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:xlink="x" xmlns:script="s"><office:body><office:text>${
        options.body ?? lines.map((line) => `<text:p>${esc(line)}</text:p>`).join("")
      }</office:text></office:body></office:document-content>`,
    },
    ...(options.parts ?? []),
  ]);
