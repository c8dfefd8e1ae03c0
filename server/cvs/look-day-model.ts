import mongoose, { Schema } from "mongoose";

/** The CVs one account opened on one day: the daily quota is counted here, in one document, so that no race beats it. */
const schema = new Schema(
  {
    /** "<account>|<day>" */
    _id: { type: String, required: true },
    cvIds: { type: [Schema.Types.ObjectId], default: [] },
    count: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { strict: "throw", versionKey: false },
);
schema.index({ cvIds: 1 }); // where an erased CV was counted
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 }); // yesterday's count is of no use

export const LookDayModel = mongoose.model("LookDay", schema, "cv-look-days");
