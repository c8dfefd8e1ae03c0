import mongoose from "mongoose";

/** The SIRETs that begin with these digits: a range, which the index of known SIRETs serves (`$gt: ""` is its own words). */
export const siretFrom = (digits: string) =>
  mongoose.trusted({ $gt: "", $gte: digits.padEnd(14, "0"), $lte: digits.padEnd(14, "9") });
