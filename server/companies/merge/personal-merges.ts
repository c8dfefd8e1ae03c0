import { nobody } from "#server/accounts/nobody.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { CompanyMergeModel } from "./merge-model.ts";

/** For a day, a file that went can come back with its contacts: a person who leaves leaves it too. */
export const personalMerges: PersonalPart = {
  title: "Les fiches d’entreprises que vous avez réunies",
  read: async ({ accountId }) => {
    const merges = await CompanyMergeModel.find({ officerId: accountId }, { gone: 0 }).lean();
    return merges.map(({ keptName, goneName, createdAt }) => ({
      "Fiche gardée": keptName,
      "Fiche réunie": goneName,
      Le: createdAt.toISOString(),
    }));
  },
  erase: async ({ accountId, email }) => {
    await CompanyMergeModel.updateMany({ officerId: accountId }, { $set: { officerId: nobody } });
    for (const { _id, gone } of await CompanyMergeModel.find({ "gone.contacts.email": email }).lean())
      await CompanyMergeModel.updateOne(
        { _id },
        { $set: { "gone.contacts": (gone?.contacts ?? []).filter((contact) => contact.email !== email) } },
      );
  },
};
