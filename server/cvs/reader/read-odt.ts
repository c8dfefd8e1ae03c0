import type { CvLine } from "#shared/cvs/cv-findings.ts";
import { type Paper, paper } from "./paper.ts";
import { Refused } from "./refused.ts";
import { type Archive, unzip } from "./unzip.ts";
import { type Attributes, walkXml } from "./walk-xml.ts";

const textType = "application/vnd.oasis.opendocument.text";

/** The lines of a LibreOffice text: its page headers, its body with tables and frames. */
export const readOdt = async (bytes: Uint8Array): Promise<readonly CvLine[]> => {
  const archive = await unzip(bytes, (name) => readParts.has(name));
  refuseWhatActs(archive);
  const body = archive.texts.get("content.xml");
  if (body === undefined)
    throw new Refused(archive.names.includes("word/document.xml") ? "cv-wrong-extension" : "cv-damaged");
  if ((archive.texts.get("mimetype") ?? textType).trim() !== textType) throw new Refused("cv-kind-unknown");
  const written = paper();
  const styles = archive.texts.get("styles.xml");
  if (styles !== undefined) readPart(styles, { written, within: "style:header" });
  readPart(body, { written, within: "office:text" });
  return written.lines();
};

const readParts: ReadonlySet<string> = new Set(["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"]);

const refuseWhatActs = ({ names, texts }: Archive): void => {
  if (/encryption-data/.test(texts.get("META-INF/manifest.xml") ?? "")) throw new Refused("cv-encrypted");
  if (names.some((name) => /^(?:Basic|Scripts)\/./.test(name))) throw new Refused("cv-macro");
  if (names.some((name) => /^(?:Object \d|ObjectReplacements\/)|\.(?:bin|exe|dll|jar|zip|js|vbs)$/i.test(name)))
    throw new Refused("cv-active");
};

type Part = { readonly written: Paper; readonly within: string };

const readPart = (xml: string, { written, within }: Part): void => {
  let inside = 0;
  walkXml(xml, {
    open: (name, attributes) => {
      refuse(name, attributes);
      if (name === within) inside += 1;
      if (inside > 0) opened[name]?.(written, attributes);
    },
    close: (name) => {
      if (inside > 0) closed[name]?.(written);
      if (name === within) inside -= 1;
    },
    // Line ends and indents of the file are no words of the person; spaces that count have their own element.
    text: (text) => {
      if (inside > 0) written.write(text.replace(/\s+/g, " "));
    },
  });
};

const refuse = (name: string, attributes: Attributes): void => {
  if (name === "script:event-listener") throw new Refused("cv-macro");
  const target = attributes["xlink:href"] ?? "";
  const fetched = /^draw:(?:image|object|object-ole|plugin|applet)$|^text:section-source$/.test(name);
  if (fetched && /^(?:[a-z][a-z0-9+.-]*:|\/\/|\.\.\/)/i.test(target)) throw new Refused("cv-external");
};

const spaces = (attributes: Attributes): number => Math.min(40, Number(attributes["text:c"] ?? 1) || 1);

const opened: Readonly<Record<string, (written: Paper, attributes: Attributes) => void>> = {
  "text:p": (written) => written.openParagraph(),
  "text:h": (written) => written.openParagraph(),
  "table:table-row": (written) => written.openRow(),
  "table:table-cell": (written) => written.openCell(),
  "text:tab": (written) => written.write("\t"),
  "text:line-break": (written) => written.write("\n"),
  "text:s": (written, attributes) => written.write(" ".repeat(spaces(attributes))),
  "text:soft-page-break": (written) => written.turnPage(),
};

const closed: Readonly<Record<string, (written: Paper) => void>> = {
  "text:p": (written) => written.closeParagraph(),
  "text:h": (written) => written.closeParagraph(),
  "table:table-row": (written) => written.closeRow(),
};
