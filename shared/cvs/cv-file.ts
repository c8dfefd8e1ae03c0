/** What a CV's file may be, and why one is refused: known to the page, the reader and its tests. */
export const cvFileKinds = ["pdf", "docx", "odt", "txt"] as const;
export type CvFileKind = (typeof cvFileKinds)[number];

/** As a browser's file picker asks them. */
export const cvFileAccept = cvFileKinds.map((kind) => `.${kind}`).join(",");

/** Bytes. */
export const largestCvFile = 10 * 1024 * 1024;
export const mostCvPages = 20;
/** Letters and lines of the longest text that is read. */
export const longestCvText = 120_000;
export const mostCvLines = 3_000;

/** Each has its sentence in client/cvs/catcher-words.ts, which says what to do instead. */
export const cvRefusals = [
  "cv-file-missing",
  "cv-file-empty",
  "cv-file-too-big",
  "cv-file-name",
  "cv-kind-unknown",
  "cv-is-image",
  "cv-old-word",
  "cv-wrong-extension",
  "cv-damaged",
  "cv-encrypted",
  "cv-scanned",
  "cv-no-text",
  "cv-too-many-pages",
  "cv-too-long",
  "cv-macro",
  "cv-active",
  "cv-external",
  "cv-polyglot",
  "cv-bomb",
  "cv-too-heavy",
] as const;
export type CvRefusal = (typeof cvRefusals)[number];
