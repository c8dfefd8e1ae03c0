import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { email, flag, optionalText, optionalWholeNumber, text } from "#shared/kernel/input.ts";
import { CaughtCv } from "./caught-cv.ts";
import { CvDetails, CvDraft } from "./cv-draft.ts";
import { longestCvText } from "./cv-file.ts";
import { OptionalUpload } from "./uploaded-file.ts";

const access = "anyone";
const reply = "page";

/** What comes beside the file: the text of a CV instead of it, and whether the file is to be kept. */
export const CatcherUpload = z.object({
  file: OptionalUpload,
  text: optionalText({ max: longestCvText }),
  keep: flag(),
});
export type CatcherUpload = z.infer<typeof CatcherUpload>;

const digits = z.preprocess(
  (typed) => (typeof typed === "string" ? typed.replace(/\s/g, "") : typed),
  z.string({ error: "required" }).regex(/^\d{6}$/, "code-is-six-digits"),
);

/** A CV read from a file, as its person agreed to save it. */
export const ReadCv = z.intersection(
  CvDraft,
  CvDetails.pick({
    skills: true,
    diplomas: true,
    language1: true,
    level1: true,
    language2: true,
    level2: true,
    language3: true,
    level3: true,
    language4: true,
    level4: true,
  }),
);
export type ReadCv = z.infer<typeof ReadCv>;

export const catcherContracts = {
  uploadPage: contract({ method: "get", path: "/lire-mon-cv", access, summary: "The page that asks for a CV", reply }),
  readCv: contract({
    method: "post",
    path: "/lire-mon-cv",
    access,
    summary: "Read a CV (multipart file, or text) and show what it says and the offers that fit; nothing is kept",
    body: CatcherUpload,
    reply,
  }),
  correctCv: contract({
    method: "post",
    path: "/lire-mon-cv/corriger",
    access,
    summary: "The offers that fit what was corrected; nothing is kept",
    body: CaughtCv.extend({ show: optionalWholeNumber({ min: 1, max: 50 }) }),
    reply,
  }),
  saveCaught: contract({
    method: "post",
    path: "/lire-mon-cv/enregistrer",
    access,
    summary: "The CV form filled with the findings, or the page that asks for an address",
    body: CaughtCv,
    reply,
  }),
  askCode: contract({
    method: "post",
    path: "/lire-mon-cv/adresse",
    access,
    summary: "Send a sign-in code; the findings stay in the page",
    body: CaughtCv.extend({ email: email() }),
    reply,
  }),
  enterCode: contract({
    method: "post",
    path: "/lire-mon-cv/code",
    access,
    summary: "Sign in with the code; the findings stay in the page",
    body: CaughtCv.extend({ codeId: Id, code: digits }),
    reply,
  }),
  createAccount: contract({
    method: "post",
    path: "/lire-mon-cv/compte",
    access,
    summary: "Create the account of a confirmed address; the findings stay in the page",
    body: CaughtCv.extend({
      registration: text({ min: 20, max: 100 }),
      firstName: text({ max: 60 }),
      lastName: text({ max: 60 }),
    }),
    reply,
  }),
  saveCv: contract({
    method: "post",
    path: "/lire-mon-cv/mon-cv",
    access: ["candidate"],
    summary: "Save the CV that was read, as its person left it",
    body: ReadCv,
    reply,
  }),
  keepFile: contract({
    method: "post",
    path: "/mon-cv/fichier",
    access: ["candidate"],
    summary: "Keep the file of one's CV (multipart), in the place of the one kept before",
    body: z.object({ file: OptionalUpload }),
    reply,
  }),
  downloadFile: contract({
    method: "get",
    path: "/mon-cv/fichier",
    access: ["candidate"],
    summary: "One's own kept file",
    reply,
  }),
  eraseFile: contract({
    method: "post",
    path: "/mon-cv/fichier/effacement",
    access: ["candidate"],
    summary: "Erase one's kept file",
    reply,
  }),
} as const;
