import type { Sister } from "#client/companies/officer-sheet-parts.tsx";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { not } from "#server/platform/filter.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { communeTyped } from "#server/referentials/commune-typed.ts";
import type { Company } from "#shared/companies/company.ts";
import { sectorOfNaf } from "#shared/companies/naf.ts";
import type { SheetForm } from "#shared/companies/sheet-contracts.ts";
import { sirenOf } from "#shared/companies/siret.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CompanyModel } from "./company-model.ts";
import { sheetOf } from "./officer-contacts.ts";
import { siretFrom } from "./siret-range.ts";

/** Changes what a company is. Its offers take its new name; a NAF code says the sector nobody typed. */
export const editSheet = async (actor: Member, companyId: string, typed: SheetForm): Promise<void> => {
  const company = await sheetOf(actor, companyId);
  const { version, commune: typedCommune, ...kept } = typed;
  const commune = communeTyped(typedCommune);
  if (kept.siret !== null && (await isTaken(kept.siret, companyId))) throw wrongField("siret", "company-is-known");
  if (kept.siret === null && company.siret !== null) throw wrongField("siret", "siret-stays");
  const sector = kept.sector ?? (kept.naf === null ? null : sectorOfNaf(kept.naf));
  try {
    const edited = await CompanyModel.updateOne(
      { _id: companyId, updatedAt: new Date(version) },
      {
        $set: { ...kept, sector, commune, updatedAt: new Date(Math.max(now().getTime(), Date.parse(version) + 1)) },
        ...(kept.name !== company.name && { $push: { effects: owe("offers", "renamed") } }),
      },
    );
    if (edited.matchedCount === 0) throw new Failure("conflict", "stale-form");
  } catch (error) {
    if (isDuplicate(error)) throw wrongField("siret", "company-is-known");
    throw error;
  }
  await enqueue(settleJob("companies"), { id: companyId });
};

/** A SIRET names one file only: as its main establishment, or as another of its places. */
const isTaken = async (siret: string, except?: string): Promise<boolean> => {
  const other = except === undefined ? {} : { _id: not(except) };
  const found = await CompanyModel.exists({
    $or: [
      { ...other, siret },
      { ...other, "establishments.siret": siret },
    ],
  });
  return found !== null;
};

/** Files of other establishments of the same legal person: the first nine digits are the same. */
export const sisterCompanies = async ({ id, siret }: Company): Promise<Sister[]> => {
  if (siret === null) return [];
  const found = await CompanyModel.find(
    { siret: siretFrom(sirenOf(siret)), _id: not(id) },
    { name: 1, siret: 1, commune: 1 },
  )
    .sort({ siret: 1 })
    .limit(20)
    .lean();
  return found.map((one) => ({
    id: one._id.toHexString(),
    name: one.name,
    siret: one.siret,
    commune: one.commune.name,
  }));
};
