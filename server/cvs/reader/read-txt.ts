import type { CvLine } from "#shared/cvs/cv-findings.ts";
import { Refused } from "./refused.ts";

/** Bytes: a text of this length is no CV. */
const largestText = 1024 * 1024;

/** The lines of a plain text in UTF-8, UTF-16 or the Western encoding of older Windows. */
export const readTxt = (bytes: Uint8Array): readonly CvLine[] => {
  if (bytes.length > largestText) throw new Refused("cv-too-long");
  const text = decode(bytes);
  // A text holds no such characters: this is a picture, a program, something else under the name of a text.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) throw new Refused("cv-damaged");
  return linesOf(text);
};

/** A form feed begins a page, as tools that turn a PDF into text write it. */
export const linesOf = (text: string): readonly CvLine[] =>
  text
    .split("\f")
    .flatMap((page, index) => page.split(/\r\n?|\n/).map((line) => ({ text: line.trimEnd(), page: index + 1 })))
    .filter((line) => line.text.trim() !== "");

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const guessed = utf16Guess(bytes);
  if (guessed !== null) return new TextDecoder(guessed).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** Without its mark, UTF-16 of our alphabet has a zero in every other byte. */
const utf16Guess = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  const head = bytes.subarray(0, 200);
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => at % 2 === parity && byte === 0).length);
  const many = head.length * 0.35;
  if ((zeros[1] ?? 0) > many && zeros[0] === 0) return "utf-16le";
  return (zeros[0] ?? 0) > many && zeros[1] === 0 ? "utf-16be" : null;
};
