import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { eraseMailsAbout } from "#server/platform/mail/forget.ts";
import type { Accompaniment } from "#shared/positionings/accompaniment.ts";
import { AccompanimentModel, toAccompaniment } from "./accompaniment-model.ts";
import { namesOf } from "./describe-cards.ts";

const stateWords: Record<Accompaniment["status"], string> = {
  asked: "demandé",
  accepted: "accepté",
  refused: "refusé",
  ended: "terminé",
};

/** Who accompanies the person, or whom a counsellor accompanies. */
export const personalAccompaniments: PersonalPart = {
  title: "Vos accompagnements",
  read: async ({ accountId }) => {
    const [own, asked] = await Promise.all([
      AccompanimentModel.find({ accountId }).lean(),
      AccompanimentModel.find({ counsellorId: accountId }).lean(),
    ]);
    const names = await namesOf(own.map(({ counsellorId }) => counsellorId.toHexString()));
    return [
      ...own.map(toAccompaniment).map(({ counsellorId, status, askedAt, statusAt }) => {
        const counsellor = names.get(counsellorId);
        return {
          Référent: counsellor ? `${counsellor.firstName} ${counsellor.lastName}` : "un compte effacé",
          État: stateWords[status],
          "Demandé le": askedAt,
          "Dernière étape": statusAt,
        };
      }),
      ...asked.map(toAccompaniment).map(({ status, askedAt }) => ({
        "Demande que vous avez faite le": askedAt,
        État: stateWords[status],
      })),
    ];
  },
  erase: async ({ accountId }) => {
    const own = await AccompanimentModel.find({ accountId }, { _id: 1 }).lean();
    await eraseMailsAbout(own.map(({ _id }) => _id.toHexString())); // their links lead to it
    await AccompanimentModel.deleteMany({ accountId });
    await AccompanimentModel.deleteMany({ counsellorId: accountId });
  },
  forgetBefore: async (limit) => {
    const over = anyOf(["asked", "refused", "ended"] as const); // one that holds lasts as long as its two accounts
    return (await AccompanimentModel.deleteMany({ statusAt: lessThan(limit), status: over })).deletedCount;
  },
};
