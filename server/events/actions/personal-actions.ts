import {
  attendanceLabels,
  momentLabels,
  outcomeLabels,
  participationLabels,
} from "#client/events/actions/action-words.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { eraseMailsAbout } from "#server/platform/mail/forget.ts";
import { ActionModel, type ParticipationDocument, ParticipationModel } from "./action-model.ts";

/** The collective actions somebody was proposed for, what they came to, and what became of them. */
export const personalActions: PersonalPart = {
  title: "Vos actions collectives",
  read: async ({ accountId }) => {
    const own = await ParticipationModel.find({ accountId }).sort({ statusAt: -1 }).lean();
    const actions = await ActionModel.find({ _id: anyOf(own.map(({ actionId }) => actionId)) }, { title: 1 }).lean();
    const titleOf = (one: ParticipationDocument): string =>
      actions.find(({ _id }) => _id.equals(one.actionId))?.title ?? "une action disparue";
    return own.map((one) => ({
      Action: titleOf(one),
      État: participationLabels[one.status],
      Le: one.statusAt.toISOString(),
      "Pourquoi elle vous a été proposée": one.reason,
      Présences: one.attendance.map(({ was }) => attendanceLabels[was]),
      Résultats: one.results.map(({ moment, outcome, at }) => ({
        Moment: momentLabels[moment],
        Situation: outcomeLabels[outcome],
        "Noté le": at.toISOString(),
      })),
    }));
  },
  erase: async ({ accountId }) => {
    const own = await ParticipationModel.find({ accountId }, { _id: 1 }).lean();
    await eraseMailsAbout(own.map(({ _id }) => _id.toHexString())); // their links lead to it
    await ParticipationModel.deleteMany({ accountId });
    await ParticipationModel.updateMany({ proposedBy: accountId }, { $set: { proposedBy: null } });
  },
  forgetBefore: async (limit) => (await ParticipationModel.deleteMany({ updatedAt: lessThan(limit) })).deletedCount,
};
