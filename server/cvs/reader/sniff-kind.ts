import { type CvFileKind, cvFileKinds, largestCvFile } from "#shared/cvs/cv-file.ts";
import { Refused } from "./refused.ts";

export type CvFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * What a file is, when its name and its first bytes agree on it.
 * @throws Refused
 */
export const sniffKind = ({ name, bytes }: CvFile): CvFileKind => {
  refuseOddName(name);
  if (bytes.length === 0) throw new Refused("cv-file-empty");
  if (bytes.length > largestCvFile) throw new Refused("cv-file-too-big");
  const said = extensionOf(name);
  const seen = magicOf(bytes);
  const refused = refusedExtensions[said];
  if (refused && seen === null) throw new Refused(refused);
  if (seen === "ole") throw new Refused(holdsCipher(bytes) ? "cv-encrypted" : "cv-old-word");
  if (seen === "image") throw new Refused("cv-is-image");
  if (seen === "program") throw new Refused("cv-kind-unknown");
  return agreed(said, seen, bytes);
};

const agreed = (said: string, seen: Seen, bytes: Uint8Array): CvFileKind => {
  const kind = cvFileKinds.find((one) => one === said);
  if (refusedExtensions[said] === "cv-macro") throw new Refused("cv-macro");
  if (kind === undefined) throw new Refused("cv-kind-unknown");
  const expected = expectedMagic[kind];
  if (seen !== expected) throw new Refused(seen === null ? "cv-damaged" : "cv-wrong-extension");
  if (seen === "pdf" ? endsAsZip(bytes) : beginsPdfLater(bytes)) throw new Refused("cv-polyglot");
  return kind;
};

type Seen = "pdf" | "zip" | "ole" | "image" | "program" | null;

const expectedMagic: Record<CvFileKind, Seen> = { pdf: "pdf", docx: "zip", odt: "zip", txt: null };

const refusedExtensions: Readonly<Record<string, "cv-old-word" | "cv-macro" | "cv-is-image">> = {
  doc: "cv-old-word",
  dot: "cv-old-word",
  docm: "cv-macro",
  dotm: "cv-macro",
  jpg: "cv-is-image",
  jpeg: "cv-is-image",
  png: "cv-is-image",
  heic: "cv-is-image",
  webp: "cv-is-image",
};

// Characters that hide or turn round what follows them: "cv<RTLO>fdp.exe" is shown as "cvexe.pdf".
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const hiding = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const programs = /\.(?:exe|com|bat|cmd|scr|msi|js|jse|vbs|vbe|wsf|hta|lnk|jar|ps1|sh|app|apk|dll)(?:\.|$)/i;
const twoKinds = /\.(?:pdf|docx?|odt|txt)\.[a-z0-9]+$/i;

const refuseOddName = (name: string): void => {
  const odd = name.length > 255 || hiding.test(name) || /[/\\]/.test(name) || programs.test(name);
  if (odd || twoKinds.test(name)) throw new Refused("cv-file-name");
};

const extensionOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

const magicOf = (bytes: Uint8Array): Seen => {
  const head = latin(bytes.subarray(0, 16));
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return "zip";
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return "ole";
  if (/^(?:\xff\xd8\xff|\x89PNG|GIF8|BM|II\*\0|MM\0\*)/.test(head)) return "image";
  if (/^.{4}ftyp(?:hei|mif|avif)/s.test(head) || /^RIFF.{4}WEBP/s.test(head)) return "image";
  return /^(?:MZ|\x7fELF|#!)/.test(head) ? "program" : null;
};

/** A zip is read from its end: a PDF that is also one has a directory there. */
const endsAsZip = (bytes: Uint8Array): boolean => {
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 65_557)));
  return tail.includes("PK\x05\x06");
};

/** A PDF may begin a little after the first byte: an archive or a text that is also one is refused. */
const beginsPdfLater = (bytes: Uint8Array): boolean => latin(bytes.subarray(0, 1_024)).includes("%PDF-");

/** A Word file with a password is an old container around a ciphered package. */
const holdsCipher = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from("EncryptedPackage", "utf16le"));

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
