import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { SheetRefused, sheetLimits } from "./sheet-limits.ts";
import { columnAt, spokenNumber } from "./xlsx-cells.ts";

/**
 * The rows of an Excel workbook's first sheet, as text. Formulas are never computed: the value that was saved is read.
 * Everything is counted while it inflates, so that a small archive cannot become a large one.
 * @throws SheetRefused
 */
export const readXlsx = async (bytes: Uint8Array): Promise<string[][]> => {
  const zip = await openZip(bytes);
  try {
    const parts = await listParts(zip);
    const left = { bytes: sheetLimits.inflated };
    const walk = (name: string, walker: Walker): Promise<void> => {
      const part = parts.get(name);
      return part ? walkPart(zip, part, left, walker) : Promise.resolve();
    };
    const first = await firstSheet(walk);
    if (!parts.has(first)) throw new SheetRefused("sheet-unreadable");
    const shared = await sharedTexts(walk);
    return await sheetRows((walker) => walk(first, walker), shared);
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused("sheet-unreadable");
  } finally {
    zip.close();
  }
};

type Attributes = Readonly<Record<string, string>>;
type Walker = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};
type Walk = (name: string, walker: Walker) => Promise<void>;

const openZip = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new SheetRefused("sheet-unreadable")) : resolve(zip),
    );
  });

const mostParts = 500;

const listParts = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, Entry>();
    zip.on("entry", (entry: Entry) => {
      parts.set(entry.fileName, entry);
      if (entry.isEncrypted()) reject(new SheetRefused("sheet-encrypted"));
      else if (parts.size > mostParts) reject(new SheetRefused("sheet-too-big"));
      else zip.readEntry();
    });
    zip.on("end", () => resolve(parts));
    zip.on("error", () => reject(new SheetRefused("sheet-unreadable")));
    zip.readEntry();
  });

/** Piece by piece: the server goes on answering others between two pieces. */
const walkPart = async (zip: ZipFile, part: Entry, left: { bytes: number }, walker: Walker): Promise<void> => {
  const parser = new SaxesParser();
  const refuse = (): never => {
    throw new SheetRefused("sheet-unreadable");
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse); // no entity can be defined
  parser.on("opentag", ({ name, attributes }) => walker.open?.(localName(name), attributes));
  parser.on("closetag", ({ name }) => walker.close?.(localName(name)));
  parser.on("text", (text) => walker.text?.(text));
  const decoder = new TextDecoder("utf-8");
  const stream: Readable = await zip.openReadStreamPromise(part);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    left.bytes -= chunk.length;
    if (left.bytes < 0) throw new SheetRefused("sheet-too-big");
    parser.write(decoder.decode(chunk, { stream: true }));
  }
  parser.close();
};

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const firstSheet = async (walk: Walk): Promise<string> => {
  let id = "";
  await walk("xl/workbook.xml", {
    open: (name, attributes) => {
      if (name === "sheet" && id === "") id = attributes["r:id"] ?? "";
    },
  });
  let target = "worksheets/sheet1.xml";
  await walk("xl/_rels/workbook.xml.rels", {
    open: (name, { Id, Target }) => {
      if (name === "Relationship" && Id === id && Target) target = Target;
    },
  });
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
};

const sharedTexts = async (walk: Walk): Promise<string[]> => {
  const texts: string[] = [];
  let reading = false;
  await walk("xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") texts.push("");
      reading = name === "t";
    },
    close: () => {
      reading = false;
    },
    text: (text) => {
      const last = texts.length - 1;
      if (reading && last >= 0) texts[last] = `${texts[last]}${text}`.slice(0, sheetLimits.cell);
    },
  });
  return texts;
};

const sheetRows = async (walk: (walker: Walker) => Promise<void>, shared: readonly string[]): Promise<string[][]> => {
  const rows: string[][] = [];
  let cell = { column: 0, type: "n", text: "" };
  let reading = false;
  await walk({
    open: (name, attributes) => {
      reading = name === "v" || name === "t";
      if (name === "row") {
        if (rows.length > sheetLimits.rows) throw new SheetRefused("sheet-too-big");
        rows.push([]);
      }
      if (name === "c") cell = { column: columnAt(attributes.r, cell.column), type: attributes.t ?? "n", text: "" };
    },
    close: (name) => {
      reading = false;
      const row = rows.at(-1);
      if (name === "c" && row && cell.column < sheetLimits.columns) row[cell.column] = spoken(cell, shared);
    },
    text: (text) => {
      if (reading) cell.text = `${cell.text}${text}`.slice(0, sheetLimits.cell);
    },
  });
  return rows.map((row) => Array.from(row, (text) => text ?? ""));
};

const spoken = ({ type, text }: { type: string; text: string }, shared: readonly string[]): string => {
  if (type === "s") return (shared[Number(text)] ?? "").trim();
  return type === "n" ? spokenNumber(text) : text.trim();
};
