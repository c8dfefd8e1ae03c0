import mongoose, { Schema, type Types } from "mongoose";
import { type DispatchReason, dispatchReasons } from "#shared/messages/dispatch-reasons.ts";
import { type DispatchPolicy, dispatchPolicies, type MailKind, mailKinds } from "./mail-kinds.ts";

/**
 * `pending` waits for its hour; `sending` is in one worker's hands until `leaseUntil`; `sent` was accepted by the
 * relay; `bounced` was refused for good, or given up (`lastError` says which); `unknown` may or may not have arrived.
 */
export const dispatchStates = ["pending", "sending", "sent", "bounced", "unknown"] as const;
export type DispatchState = (typeof dispatchStates)[number];

export type DispatchFields = {
  dedupeKey: string;
  kind: MailKind;
  policy: DispatchPolicy;
  to: string;
  subject: string;
  html: string;
  text: string;
  unsubscribeUrl: string | null;
  ics: string | null;
  state: DispatchState;
  /** How many times a worker claimed it. */
  attempts: number;
  /** The last claim: each is drawn anew, and what a claim writes afterwards is refused once another came. */
  claimId: Types.ObjectId | null;
  /** Times it was sent again without knowing whether the last one arrived: the doubles there may be. */
  doubts: number;
  leaseUntil: Date | null;
  /** When the worker began to give the text to the relay; null before, so that a crash before it is harmless. */
  handedAt: Date | null;
  notBefore: Date;
  /** What it says is over then (a code, a meeting): it does not leave later. Null when no hour ends it. */
  uselessAfter: Date | null;
  messageId: string;
  /** Null for those that wait for their first try, that were sent, or that an older version settled. */
  reason: DispatchReason | null;
  /** The relay's answer as it came, or ours: for who keeps the server. */
  lastError: string | null;
  createdAt: Date;
  /** As `createdAt`, until a person asks for it once more: its useful life counts from here. */
  askedAt: Date;
  sentAt: Date | null;
  /** When it reached a state it will not leave by itself. */
  settledAt: Date | null;
};

const text = { type: String, default: "" };
const moment = { type: Date, default: null };

const fields = {
  dedupeKey: { type: String, required: true },
  kind: { type: String, enum: mailKinds, required: true },
  policy: { type: String, enum: dispatchPolicies, required: true },
  to: text,
  subject: text,
  html: text,
  text,
  unsubscribeUrl: { type: String, default: null },
  ics: { type: String, default: null },
  state: { type: String, enum: dispatchStates, required: true },
  attempts: { type: Number, default: 0 },
  claimId: { type: Schema.Types.ObjectId, default: null },
  doubts: { type: Number, default: 0 },
  leaseUntil: moment,
  handedAt: moment,
  notBefore: { type: Date, required: true },
  uselessAfter: moment,
  messageId: { type: String, required: true },
  reason: { type: String, enum: [...dispatchReasons, null], default: null },
  lastError: { type: String, default: null },
  createdAt: { type: Date, required: true },
  askedAt: { type: Date, required: true },
  sentAt: moment,
  settledAt: moment,
} satisfies Record<keyof DispatchFields, unknown>;

const schema = new Schema<DispatchFields>(fields, { collection: "dispatches", strict: "throw", versionKey: false });

schema.index({ dedupeKey: 1 }, { unique: true }); // the promise itself: one key, one mail
schema.index({ state: 1, notBefore: 1 }); // the sweep looks for mails whose hour has come
schema.index({ state: 1, leaseUntil: 1 }); // the sweep looks for mails whose worker vanished
schema.index({ state: 1, uselessAfter: 1 }); // the sweep ends the mails whose hour is past
schema.index({ state: 1, settledAt: 1 }); // the nightly forgetting; those an admin may send again
schema.index({ state: 1, createdAt: -1 }); // the admin's list, newest first; the sweep ends those that waited for days
schema.index({ createdAt: -1 }); // the same list, all states
schema.index({ kind: 1, sentAt: 1 }); // the mails of one kind sent in a month, counted
schema.index({ to: 1 }); // an erased person's mails are found by address
schema.index({ doubts: 1 }); // the figures add up the possible doubles, which are few

export const DispatchModel = mongoose.model("dispatch", schema);
