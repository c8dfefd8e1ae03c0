import mongoose, { Schema } from "mongoose";
import {
  documentOptions,
  id,
  instant,
  number,
  numberOrNull,
  oneOf,
  parts,
  text,
  yesOrNo,
} from "#server/platform/fields.ts";

/**
 * A mail of alerts being prepared. It is there from the moment it is decided until its mail is promised and the
 * alerts' cursors have moved, so that a run cut anywhere is finished by the next, with the same offers.
 */
export type AlertDigest = {
  _id: mongoose.Types.ObjectId;
  email: string;
  /** Written within minutes of a publication, rather than in the morning. */
  instant: boolean;
  /** `planned`: nothing was touched; `claimed`: the offers are this mail's, whatever happens. */
  state: "planned" | "claimed";
  /** The alerts it speaks for, and where each cursor was when it was planned. */
  alerts: { alertId: mongoose.Types.ObjectId; cursor: number }[];
  /** Where the cursors go. */
  upTo: number;
  offers: {
    offerId: mongoose.Types.ObjectId;
    alertId: mongoose.Types.ObjectId;
    /** False: counted in `more`, and claimed because it is beyond `upTo`: it must not come back another day. */
    shown: boolean;
    distanceKm: number | null;
    closeness: number;
    likeness: string;
  }[];
  /** By alert, how many the mail has no room for. */
  more: { alertId: mongoose.Types.ObjectId; count: number }[];
  at: Date;
};

const fields = {
  email: text,
  instant: { type: Boolean, default: false },
  state: oneOf(["planned", "claimed"]),
  alerts: parts({ alertId: id, cursor: number }),
  upTo: number,
  offers: parts({
    offerId: id,
    alertId: id,
    shown: yesOrNo,
    distanceKm: numberOrNull,
    closeness: number,
    likeness: text,
  }),
  more: parts({ alertId: id, count: number }),
  at: instant,
} satisfies Record<keyof Omit<AlertDigest, "_id">, unknown>;

const schema = new Schema<AlertDigest>(fields, documentOptions);
schema.index({ email: 1 }, { unique: true }); // two runs at once prepare one mail, not two

export const AlertDigestModel = mongoose.model<AlertDigest>("AlertDigest", schema, "alert-digests");
