import { contactOutcomeLabels } from "#client/events/forums/forum-words.ts";
import { newId } from "#server/platform/fields.ts";
import { anyOf, lessThan, not } from "#server/platform/filter.ts";
import { type ContactDocument, ForumContactModel, StandModel, WayOutModel } from "./forum-model.ts";

/** The stands where somebody gave their code, as they read it in their own data. */
export const standsMet = async (registrationIds: readonly ContactDocument["_id"][]) => {
  const contacts = await ForumContactModel.find({ registrationId: anyOf(registrationIds) }).lean();
  const stands = await StandModel.find({ _id: anyOf(contacts.map(({ standId }) => standId)) }, { name: 1 }).lean();
  return contacts.map(({ registrationId, standId, outcome, note, createdAt }) => ({
    registrationId,
    said: {
      Stand: stands.find(({ _id }) => _id.equals(standId))?.name ?? null,
      Suite: contactOutcomeLabels[outcome],
      Note: note,
      Le: createdAt.toISOString(),
    },
  }));
};

/** The person goes, the figure stays: somebody was met at this stand. */
export const forgetStandsMet = async (registrationId: ContactDocument["_id"]): Promise<void> => {
  const contacts = await ForumContactModel.find({ registrationId }, { _id: 1 }).lean();
  for (const { _id } of contacts)
    await ForumContactModel.updateOne(
      { _id },
      {
        $set: {
          registrationId: null,
          note: null,
          positioningId: null,
          contactKey: `gone-${newId().toHexString()}`,
          effects: [],
        },
      },
    );
};

/** What people wrote at the way out; their yes and no stay as figures. @returns how many */
export const forgetComments = async (limit: Date): Promise<number> => {
  const forgotten = await WayOutModel.updateMany(
    { at: lessThan(limit), comment: not(null) },
    { $set: { comment: null } },
  );
  return forgotten.modifiedCount;
};
