import { anyOf } from "#server/platform/filter.ts";
import { StandModel } from "./forum-model.ts";

/** The names at the stands of several forums, by forum. */
export const standNames = async (forumIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = await StandModel.find({ forumId: anyOf(forumIds) }, { forumId: 1, name: 1, number: 1 })
    .sort({ forumId: 1, number: 1 })
    .limit(5000)
    .lean();
  const names = new Map<string, string[]>();
  for (const { forumId, name } of found) {
    const id = forumId.toHexString();
    names.set(id, [...(names.get(id) ?? []), name]);
  }
  return names;
};
