import type { CvLine } from "#shared/cvs/cv-findings.ts";
import { type Paper, paper } from "./paper.ts";
import { Refused } from "./refused.ts";
import { type Archive, unzip } from "./unzip.ts";
import { walkXml } from "./walk-xml.ts";

/** The lines of a Word file: its headers, its body with tables and text boxes, its footers. */
export const readDocx = async (bytes: Uint8Array): Promise<readonly CvLine[]> => {
  const archive = await unzip(bytes, isRead);
  refuseWhatActs(archive);
  const body = archive.texts.get("word/document.xml");
  if (body === undefined) throw new Refused(kindOfStranger(archive));
  const written = paper();
  for (const part of ["header", "document", "footer"])
    for (const [name, xml] of archive.texts) if (name.startsWith(`word/${part}`)) readPart(xml, written);
  return written.lines();
};

const isRead = (name: string): boolean =>
  /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name) ||
  name === "[Content_Types].xml" ||
  name.endsWith(".rels");

/** Macros, programs and other files inside; parts fetched from elsewhere. A link that one presses is no danger. */
const refuseWhatActs = ({ names, texts }: Archive): void => {
  const types = texts.get("[Content_Types].xml") ?? "";
  if (names.some((name) => /vbaProject|vbaData/i.test(name)) || /macroEnabled|vbaProject/i.test(types))
    throw new Refused("cv-macro");
  if (names.some((name) => /(?:^|\/)(?:embeddings|activeX)\/|\.(?:bin|exe|dll|jar|zip|js|vbs)$/i.test(name)))
    throw new Refused("cv-active");
  for (const [name, xml] of texts) if (name.endsWith(".rels")) refuseFetching(xml);
};

const refuseFetching = (xml: string): void =>
  walkXml(xml, {
    open: (name, { TargetMode = "", Type = "", Target = "" }) => {
      if (!/(?:^|:)Relationship$/.test(name) || TargetMode.toLowerCase() !== "external") return;
      if (!/\/hyperlink$/.test(Type) || !/^(?:https?:|mailto:|tel:|#)/i.test(Target.trim()))
        throw new Refused("cv-external");
    },
    close: () => undefined,
    text: () => undefined,
  });

/** A spreadsheet or an ODT under another name; else no Office file at all. */
const kindOfStranger = ({ names }: Archive): "cv-wrong-extension" | "cv-kind-unknown" | "cv-damaged" => {
  if (names.includes("content.xml")) return "cv-wrong-extension";
  return names.some((name) => /^(?:xl|ppt)\//.test(name)) ? "cv-kind-unknown" : "cv-damaged";
};

const readPart = (xml: string, written: Paper): void => {
  let inText = false;
  /** The same text box is written twice, for older programs: once is enough. */
  let repeated = 0;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === "mc:Fallback") repeated += 1;
      if (repeated > 0) return;
      if (name === "w:t") inText = true;
      if (name === "w:br" && attributes["w:type"] === "page") written.turnPage();
      else opened[name]?.(written);
    },
    close: (name) => {
      if (name === "mc:Fallback") repeated -= 1;
      if (repeated > 0) return;
      if (name === "w:t") inText = false;
      closed[name]?.(written);
    },
    text: (text) => {
      if (inText && repeated === 0) written.write(text);
    },
  });
};

const opened: Readonly<Record<string, (written: Paper) => void>> = {
  "w:p": (written) => written.openParagraph(),
  "w:tr": (written) => written.openRow(),
  "w:tc": (written) => written.openCell(),
  "w:tab": (written) => written.write("\t"),
  "w:br": (written) => written.write("\n"),
  "w:cr": (written) => written.write("\n"),
  "w:noBreakHyphen": (written) => written.write("-"),
  "w:lastRenderedPageBreak": (written) => written.turnPage(),
};

const closed: Readonly<Record<string, (written: Paper) => void>> = {
  "w:p": (written) => written.closeParagraph(),
  "w:tr": (written) => written.closeRow(),
};
