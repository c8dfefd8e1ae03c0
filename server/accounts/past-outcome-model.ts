import { randomUUID } from "node:crypto";
import mongoose, { Schema } from "mongoose";
import { documentOptions, oneOf, text, texts } from "#server/platform/fields.ts";
import { dayOf } from "#shared/kernel/calendar.ts";

/**
 * What remains for the figures once a person, or an old application, is gone: how it ended, where it had passed, in
 * which month, for which occupation. No person, no company, no offer, and no key that leads back.
 */
export type PastOutcome = {
  _id: string;
  kind: "application" | "positioning";
  status: string;
  reached: string[];
  /** YYYY-MM of each state of `reached`, as Paris had it. */
  months: string[];
  occupation: string;
  contract: string;
};

const fields = {
  _id: text,
  kind: oneOf(["application", "positioning"]),
  status: text,
  reached: texts,
  months: texts,
  occupation: text,
  contract: text,
} satisfies Record<keyof PastOutcome, unknown>;

const schema = new Schema<PastOutcome>(fields, documentOptions);
schema.index({ kind: 1, months: 1 }); // the figures of a month

export const PastOutcomeModel = mongoose.model<PastOutcome>("PastOutcome", schema, "past-outcomes");

type Ended = {
  readonly kind: PastOutcome["kind"];
  readonly status: string;
  readonly steps: readonly { readonly status: string; readonly at: Date }[];
  readonly offer: { readonly occupation: string; readonly contract: string } | null;
};

/** Called once the document itself is gone: a crash between the two loses a figure, never keeps a person. */
export const keepOutcome = async ({ kind, status, steps, offer }: Ended): Promise<void> => {
  const first = new Map<string, string>();
  for (const step of steps) if (!first.has(step.status)) first.set(step.status, dayOf(step.at).slice(0, 7));
  await PastOutcomeModel.create({
    _id: randomUUID(),
    kind,
    status,
    reached: [...first.keys()],
    months: [...first.values()],
    occupation: offer?.occupation ?? "",
    contract: offer?.contract ?? "",
  });
};
