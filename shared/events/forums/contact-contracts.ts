import { z } from "zod";
import { EntranceCode } from "#shared/events/arrival.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, flag, optionalText, optionalWholeNumber } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { contactOutcomes } from "./forum.ts";

const emptyIsAbsent = (typed: unknown): unknown =>
  typeof typed === "string" && typed.trim() === "" ? undefined : typed;

/** One visitor, who gave their code, or so many people without a name. */
export const ContactForm = z.object({
  code: z.preprocess(emptyIsAbsent, EntranceCode.optional()),
  people: optionalWholeNumber({ min: 1, max: 500 }),
  outcome: choice(contactOutcomes),
  /** An offer or a training of the stand, as "offer.<id>" or "training.<id>". */
  subject: z.preprocess(
    emptyIsAbsent,
    z
      .string()
      .regex(/^(offer|training)\.[0-9a-f]{24}$/, "not-a-choice")
      .optional(),
  ),
  note: plainText(optionalText({ max: 500 })),
  sure: flag(),
});
export type ContactForm = z.infer<typeof ContactForm>;

const params = z.object({ forumId: Id });

/** A company at its own stands. */
export const contactContracts = {
  ownStandPage: contract({
    method: "get",
    path: "/employeur/forums/:forumId",
    access: ["employer"],
    summary: "A company's own stands at a forum: its offers, and whom it met",
    params,
    reply: "page",
  }),
  noteOwnContact: contract({
    method: "post",
    path: "/employeur/forums/:forumId/stands/:standId/contacts",
    access: ["employer"],
    summary: "Note people who stopped at one's own stand, or one by their code",
    params: params.extend({ standId: Id }),
    body: ContactForm.extend({ formKey: Id }),
    reply: "page",
  }),
} as const;
