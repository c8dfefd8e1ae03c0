import { z } from "zod";
import { roles, staffRoles } from "#shared/kernel/actor.ts";
import { contract } from "#shared/kernel/contract.ts";
import { text } from "#shared/kernel/input.ts";
import { selfServingRoles } from "./retention-rules.ts";

const everyone = [...roles];

/** The word itself, however it is written: whoever types it has read the page. */
const theWord = () => text({ max: 40 }).refine((typed) => /^«?\s*effacer\s*»?\.?$/i.test(typed), "type-the-word");

export const rightsContracts = {
  myDataPage: contract({
    method: "get",
    path: "/mon-compte/mes-donnees",
    access: everyone,
    summary: "Everything held about whoever asks, to read and to print",
    reply: "page",
  }),
  myDataFile: contract({
    method: "get",
    path: "/mon-compte/mes-donnees.json",
    access: everyone,
    summary: "The same as a file that a machine reads",
    reply: "page",
  }),
  erasePage: contract({
    method: "get",
    path: "/mon-compte/effacement",
    access: everyone,
    summary: "What goes and what stays, and a word to type; to staff, how to ask",
    reply: "page",
  }),
  eraseAccount: contract({
    method: "post",
    path: "/mon-compte/effacement",
    access: selfServingRoles,
    summary: "Close the account at once and erase everything held about the person",
    body: z.object({ confirmation: theWord() }),
    reply: "page",
  }),
  askLeaving: contract({
    method: "post",
    path: "/mon-compte/fermeture",
    access: staffRoles,
    summary: "Ask the administrators to close one's staff account",
    reply: "page",
  }),
  erasedPage: contract({
    method: "get",
    path: "/compte-efface",
    access: "anyone",
    summary: "Says that it is done, and what to do if one comes back",
    reply: "page",
  }),
  keepPage: contract({
    method: "get",
    path: "/garder-mon-compte/:token",
    access: "anyone",
    summary: "Behind the notice's link: a button, nothing more",
    params: z.object({ token: z.string().min(20).max(100) }),
    reply: "page",
  }),
  keepAccount: contract({
    method: "post",
    path: "/garder-mon-compte/:token",
    access: "anyone",
    summary: "Keep an account that was about to be erased for want of a visit",
    params: z.object({ token: z.string().min(20).max(100) }),
    reply: "page",
  }),
} as const;
