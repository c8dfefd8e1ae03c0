import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { KeptFileModel } from "./kept-file-model.ts";

/** The file of a CV that its person asked to keep; the file itself is downloaded from the page of the CV. */
export const personalKeptFile: PersonalPart = {
  title: "Le fichier de votre CV",
  read: async ({ accountId }) => {
    const kept = await KeptFileModel.findOne({ accountId }, { bytes: 0 }).lean();
    return kept
      ? [{ Nom: kept.name, "Taille, en octets": kept.size, "Gardé le": kept.keptAt.toISOString(), Où: "page Mon CV" }]
      : [];
  },
  erase: async ({ accountId }) => {
    await KeptFileModel.deleteMany({ accountId });
  },
};
