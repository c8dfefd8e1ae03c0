import type { CvRefusal } from "#shared/cvs/cv-file.ts";

/** Why a file is not read. It crosses from the reader's process by its code alone. */
export class Refused extends Error {
  readonly code: CvRefusal;

  constructor(code: CvRefusal) {
    super(code);
    this.name = "Refused";
    this.code = code;
  }
}
