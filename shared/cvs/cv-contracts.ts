import { z } from "zod";
import { NextPath } from "#shared/accounts/account-contracts.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, flag } from "#shared/kernel/input.ts";
import { CvDetails, CvDraft } from "./cv-draft.ts";

const access = ["candidate"] as const;
const reply = "page";
/** Where the person came from for want of a CV: an offer to apply to. */
const Next = z.object({ suite: NextPath.default(null) });

export const cvContracts = {
  myCvPage: contract({
    method: "get",
    path: "/mon-cv",
    access,
    summary: "One's own CV, or the form to post one",
    query: Next,
    reply,
  }),
  editCvPage: contract({
    method: "get",
    path: "/mon-cv/modifier",
    access,
    summary: "The five fields, to change them",
    reply,
  }),
  saveCv: contract({
    method: "post",
    path: "/mon-cv",
    access,
    summary: "Post one's CV, or change its five fields",
    query: Next,
    body: CvDraft,
    reply,
  }),
  detailsPage: contract({
    method: "get",
    path: "/mon-cv/completer",
    access,
    summary: "What may be added to one's CV",
    reply,
  }),
  saveDetails: contract({
    method: "post",
    path: "/mon-cv/completer",
    access,
    summary: "Add skills, diplomas, languages, a date, a few words",
    body: CvDetails,
    reply,
  }),
  openToLibrary: contract({
    method: "post",
    path: "/mon-cv/cvtheque",
    access,
    summary: "Agree that employers see one's CV without one's name",
    body: z.object({ libraryConsent: flag().refine((agrees) => agrees, "consent-needed") }),
    reply,
  }),
  closeToLibrary: contract({
    method: "post",
    path: "/mon-cv/cvtheque/retrait",
    access,
    summary: "Take the consent back: no employer sees the CV any more",
    reply,
  }),
  withdrawCv: contract({
    method: "post",
    path: "/mon-cv/retrait",
    access,
    summary: "Hide one's CV from everyone, at once",
    reply,
  }),
  restoreCv: contract({ method: "post", path: "/mon-cv/remise", access, summary: "Put a withdrawn CV back", reply }),
  erasePage: contract({ method: "get", path: "/mon-cv/effacement", access, summary: "Asks before erasing", reply }),
  eraseCv: contract({
    method: "post",
    path: "/mon-cv/effacement",
    access,
    summary: "Erase one's CV, its requests and its journal",
    reply,
  }),
  requestsPage: contract({
    method: "get",
    path: "/mon-cv/demandes",
    access,
    summary: "The companies that ask for contact",
    reply,
  }),
  answerRequest: contract({
    method: "post",
    path: "/mon-cv/demandes/:requestId/reponse",
    access,
    summary: "Give one's name to a company, or not",
    params: z.object({ requestId: Id }),
    body: z.object({ answer: choice(["accepted", "declined"]) }),
    reply,
  }),
  viewsPage: contract({ method: "get", path: "/mon-cv/visites", access, summary: "Who looked at one's CV", reply }),
  blockCompany: contract({
    method: "post",
    path: "/mon-cv/ecarter",
    access,
    summary: "Shut a company out of one's CV, or let it in again",
    body: z.object({ companyId: Id, blocked: choice(["yes", "no"]) }),
    reply,
  }),
} as const;
