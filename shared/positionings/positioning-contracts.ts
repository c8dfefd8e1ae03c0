import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, flag, listOf, optionalDay, optionalText, text, wholeNumber } from "#shared/kernel/input.ts";
import { optionalMoment } from "#shared/kernel/moment.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { plainText } from "#shared/kernel/plain-text.ts";

import { boardColumns } from "./positioning-board.ts";
import { followUpKinds, followUpResults, positioningStatuses } from "./positioning-words.ts";

const officers = ["officer", "admin"] as const;
const PositioningParams = z.object({ positioningId: Id });
const OfferParams = z.object({ offerId: Id });
const note = () => plainText(optionalText({ max: 1000 }));
/** The officer weighed the words that were pointed at, and keeps them. */
const sure = () => flag();

/** A colleague, chosen in a list. */
const someone = () =>
  z.preprocess((typed) => (typed === "" ? undefined : typed), z.string({ error: "required" }).pipe(Id));

/** One step of one card. `version` is the card's as it was shown: an older one is refused. */
export const MoveForm = z.object({
  to: choice(positioningStatuses),
  version: wholeNumber({ min: 0, max: 1_000_000 }),
  note: note(),
  sure: sure(),
  interviewAt: optionalMoment(),
  interviewPlace: plainText(optionalText({ max: 200 })),
  startsOn: optionalDay(),
});
export type MoveForm = z.infer<typeof MoveForm>;

export const FollowUpForm = z.object({
  kind: choice(followUpKinds),
  result: choice(followUpResults),
  mediation: flag(),
  note: note(),
  sure: sure(),
  version: wholeNumber({ min: 0, max: 1_000_000 }),
});
export type FollowUpForm = z.infer<typeof FollowUpForm>;

export const RemarkForm = z.object({ remark: plainText(text({ max: 1000 })), sure: sure() });
export type RemarkForm = z.infer<typeof RemarkForm>;

export const BoardQuery = z.object({
  entreprise: Id.nullable().catch(null).default(null),
  etape: z.enum(boardColumns).nullable().catch(null).default(null),
  qui: z.enum(["tous", "moi"]).catch("tous").default("tous"),
  page: PageNumber.default(1),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

/** Which of the possible steps has its form open. */
export const ChosenMove = z.object({ suite: z.enum(positioningStatuses).nullable().catch(null).default(null) });

/** `vu` is the version on the screen that asks what is new. */
const CardQuery = ChosenMove.extend({
  vu: z.coerce.number().int().min(0).nullable().catch(null).default(null),
});

export const positioningContracts = {
  boardPage: contract({
    method: "get",
    path: "/bureau/positionnements",
    access: officers,
    summary: "The board of positionings, a column a step; with `etape`, one column in full",
    query: BoardQuery,
    reply: "page",
  }),
  cardPage: contract({
    method: "get",
    path: "/bureau/positionnements/:positioningId",
    access: officers,
    summary: "One positioning: where it stands, what may follow, all that happened",
    params: PositioningParams,
    query: CardQuery,
    reply: "page",
  }),
  move: contract({
    method: "post",
    path: "/bureau/positionnements/:positioningId/etape",
    access: officers,
    summary: "Move a positioning to its next step",
    params: PositioningParams,
    body: MoveForm,
    reply: "page",
  }),
  recordFollowUp: contract({
    method: "post",
    path: "/bureau/positionnements/:positioningId/suivi",
    access: officers,
    summary: "Record a follow-up call at one, three or six months",
    params: PositioningParams,
    body: FollowUpForm,
    reply: "page",
  }),
  addNote: contract({
    method: "post",
    path: "/bureau/positionnements/:positioningId/notes",
    access: officers,
    summary: "Keep a note on a positioning, without moving it",
    params: PositioningParams,
    body: RemarkForm,
    reply: "page",
  }),
  handOver: contract({
    method: "post",
    path: "/bureau/positionnements/:positioningId/confier",
    access: officers,
    summary: "Give a positioning to a colleague",
    params: PositioningParams,
    body: z.object({ officerId: someone(), version: wholeNumber({ min: 0, max: 1_000_000 }) }),
    reply: "page",
  }),
  handOverAll: contract({
    method: "post",
    path: "/bureau/positionnements/confier",
    access: officers,
    summary: "Give all that one still follows to a colleague",
    body: z.object({ officerId: someone() }),
    reply: "page",
  }),
  rankingPage: contract({
    method: "get",
    path: "/bureau/offres-exclusives/:offerId",
    access: officers,
    summary: "The people who fit an exclusive offer, with reasons, and where its positionings stand",
    params: OfferParams,
    query: z.object({
      nombre: z.coerce.number().int().min(10).max(200).catch(20).default(20),
      ecartes: z.string().max(3).catch("").default(""),
    }),
    reply: "page",
  }),
  propose: contract({
    method: "post",
    path: "/bureau/offres-exclusives/:offerId/propositions",
    access: officers,
    summary: "Propose the offer to the people ticked, each with their own consent",
    params: OfferParams,
    body: z.object({ cvIds: listOf(Id, { min: 1, max: 50 }) }),
    reply: "page",
  }),
  submitShortList: contract({
    method: "post",
    path: "/bureau/offres-exclusives/:offerId/transmission",
    access: officers,
    summary: "Give the company the names of those who said yes",
    params: OfferParams,
    body: z.object({ positioningIds: listOf(Id, { min: 1, max: 50 }) }),
    reply: "page",
  }),
} as const;
