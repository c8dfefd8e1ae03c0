import { nobody } from "#server/accounts/nobody.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { CompanyImportModel } from "./import-model.ts";

/** The lists an agent sent: their lines go after a day, the name of whoever sent them with their account. */
export const personalImports: PersonalPart = {
  title: "Les listes d’entreprises que vous avez importées",
  read: async ({ accountId }) => {
    const lists = await CompanyImportModel.find({ officerId: accountId }, { fileName: 1, createdAt: 1 }).lean();
    return lists.map(({ fileName, createdAt }) => ({ Liste: fileName, Le: createdAt.toISOString() }));
  },
  erase: async ({ accountId }) => {
    await CompanyImportModel.updateMany({ officerId: accountId }, { $set: { officerId: nobody } });
  },
};
