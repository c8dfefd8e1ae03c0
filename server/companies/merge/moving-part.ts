import mongoose from "mongoose";
import { isDuplicate } from "#server/platform/mongo.ts";

export type Way = { readonly from: string; readonly to: string };

/**
 * What names a company in one collection, and follows it when its file becomes another. Each slice that names companies
 * has one in `server/company-parts.ts`; moving twice must be harmless.
 */
export type MovingPart = {
  readonly name: string;
  readonly find: (way: Way) => Promise<string[]>;
  readonly move: (id: string, way: Way) => Promise<void>;
  /** Why the two files cannot become one now. */
  readonly refuses?: (way: Way) => Promise<string | null>;
};

type AnyModel = { readonly collection: { readonly collectionName: string } };

/** The documents whose `companyId` it is; `more` says what else their change owes. */
export const naming = (
  model: AnyModel,
  more: (
    way: Way,
  ) => Promise<{ readonly update: object; readonly after?: (id: string) => Promise<void> }> = async () => ({
    update: {},
  }),
): MovingPart => {
  const name = model.collection.collectionName;
  return {
    name,
    find: ({ from }) => idsIn(name, { companyId: idOf(from) }),
    move: async (id, way) => {
      const { update, after } = await more(way);
      const { $set, ...others } = update as { $set?: object };
      try {
        await collectionOf(name).updateOne(
          { _id: idOf(id), companyId: idOf(way.from) },
          { $set: { ...$set, companyId: idOf(way.to) }, ...others },
        );
      } catch (error) {
        if (!isDuplicate(error)) throw error; // the other file has the same one already: both stay where they are
      }
      await after?.(id);
    },
  };
};

export const collectionOf = (name: string) => mongoose.connection.collection(name);

export const idOf = (id: string) => new mongoose.Types.ObjectId(id);

export const idsIn = async (name: string, filter: object): Promise<string[]> => {
  const found = await collectionOf(name)
    .find(filter, { projection: { _id: 1 } })
    .toArray();
  return found.map(({ _id }) => String(_id));
};

/** Every place of a document, however deep, that holds this id, holding the other one. */
export const renamed = (value: unknown, way: Way): unknown => {
  if (value instanceof mongoose.Types.ObjectId) return value.toHexString() === way.from ? idOf(way.to) : value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, way));
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, way)]));
};
