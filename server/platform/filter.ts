import mongoose from "mongoose";

/**
 * The operators a query may use. `sanitizeFilter` disarms every other object with a `$` inside, so that
 * what a person sends can never become one; values given here come from our code or from a parsed contract.
 */
export const anyOf = <Value>(values: readonly Value[]) => mongoose.trusted({ $in: [...values] });
export const noneOf = <Value>(values: readonly Value[]) => mongoose.trusted({ $nin: [...values] });
export const not = <Value>(value: Value) => mongoose.trusted({ $ne: value });
export const moreThan = <Value>(value: Value) => mongoose.trusted({ $gt: value });
export const atLeast = <Value>(value: Value) => mongoose.trusted({ $gte: value });
export const lessThan = <Value>(value: Value) => mongoose.trusted({ $lt: value });
/** From the one on, up to the other and without it. */
export const within = <Value>({ since, until }: { readonly since: Value; readonly until: Value }) =>
  mongoose.trusted({ $gte: since, $lt: until });
/** One of the parts of a list answers all of this at once. */
export const anyPart = <Part extends object>(part: Part) => mongoose.trusted({ $elemMatch: part });
/** None of the parts of a list does. */
export const noPart = <Part extends object>(part: Part) => mongoose.trusted({ $not: { $elemMatch: part } });
export const atMost = <Value>(value: Value) => mongoose.trusted({ $lte: value });
