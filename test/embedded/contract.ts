import type mongoose from "mongoose";

export type Doc = Record<string, unknown>;
type Id = number | number[] | string | mongoose.mongo.ObjectId;
export type Things = mongoose.mongo.Collection<mongoose.mongo.Document & { _id: Id }>;

/** A case of the contract: what MongoDB's manual says is answered, whatever the server. */
export type Case = {
  /** Completes "the store …". */
  it: string;
  /** The page of https://www.mongodb.com/docs/manual/reference/ that says so. */
  page: string;
  given: Doc[];
  when: (things: Things) => Promise<unknown>;
  answers: unknown;
};

const withIds = (documents: Doc[]): Doc[] => documents.map((document, i) => ({ _id: i + 1, ...document }));

/** The ids a filter finds, in their order. */
export const finds = (given: Doc[], filter: Doc, ids: number[], page: string): Case => ({
  it: `finds ${JSON.stringify(ids)} with ${shown(filter)} in ${shown(given)}`,
  page,
  given: withIds(given),
  when: async (things) => (await things.find(filter).sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
  answers: ids,
});

/** What a document is after an update (without its id). */
export const changes = (
  given: Doc,
  update: Doc | Doc[],
  then: Doc,
  page: string,
  options: Doc = {},
  filter: Doc = { _id: 1 },
): Case => ({
  it: `makes ${shown(then)} of ${shown(given)} with ${shown(update)} ${shown(options)}`,
  page,
  given: withIds([given]),
  when: async (things) => {
    await things.updateOne(filter, update, options);
    return without(await things.findOne({ _id: 1 }));
  },
  answers: then,
});

/** The code of the error that refuses an operation. */
export const refuses = (what: string, code: number, when: Case["when"], page: string, given: Doc[] = []): Case => ({
  it: `refuses ${what} with ${code}`,
  page,
  given: withIds(given),
  when: async (things) => {
    try {
      await when(things);
      return "no error";
    } catch (error) {
      return error instanceof Error && "code" in error ? error.code : String(error);
    }
  },
  answers: code,
});

/** What a pipeline makes of documents. */
export const pipes = (given: Doc[], pipeline: Doc[], then: unknown[], page: string): Case => ({
  it: `answers ${shown(then)} to ${shown(pipeline)}`,
  page,
  given: withIds(given),
  when: (things) => things.aggregate(pipeline).toArray(),
  answers: then,
});

export const projects = (given: Doc, projection: Doc, then: Doc, page: string, filter: Doc = {}): Case => ({
  it: `shows ${shown(then)} of ${shown(given)} with ${shown(projection)}`,
  page,
  given: withIds([given]),
  when: (things) => things.findOne(filter, { projection }),
  answers: then,
});

export const sorts = (given: Doc[], sort: Record<string, 1 | -1>, ids: number[], page: string): Case => ({
  it: `sorts ${shown(given)} by ${shown(sort)} as ${shown(ids)}`,
  page,
  given: withIds(given),
  when: async (things) => (await things.find().sort(sort).toArray()).map(({ _id }) => _id),
  answers: ids,
});

/** Anything else. */
export const one = (it: string, page: string, given: Doc[], when: Case["when"], then: unknown): Case => ({
  it,
  page,
  given: withIds(given),
  when,
  answers: then,
});

const without = (document: Doc | null): Doc | null => {
  const { _id, ...rest } = document ?? {};
  return document && rest;
};

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (inner instanceof RegExp ? String(inner) : inner)).slice(0, 110);
