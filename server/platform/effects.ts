import { now } from "./clock.ts";

/**
 * What a document still owes after it was saved: an index entry, a mail, a ranking. It is written in the same
 * update as the change, so that a crash between the two cannot lose it; whoever performs one pulls it by its key.
 * Performing twice must be harmless.
 */
export type Effect = { readonly key: string; readonly kind: string; readonly at: Date };

/** `detail` tells apart two effects of one kind (the state a mail speaks of, for instance). */
export const owe = (kind: string, detail = ""): Effect => ({
  key: `${kind}-${detail}-${now().getTime().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
  kind: detail ? `${kind}/${detail}` : kind,
  at: now(),
});

/** The field every document with effects carries; the sweep walks it, so index it: `schema.index({ "effects.at": 1 })`. */
export const effectField = {
  type: [
    {
      _id: false,
      key: { type: String, required: true },
      kind: { type: String, required: true },
      at: { type: Date, required: true },
    },
  ],
  default: [],
};
