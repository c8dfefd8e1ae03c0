import { type CompanyDocument, CompanyModel } from "#server/companies/company-model.ts";
import { anyOf } from "#server/platform/filter.ts";
import { companyStatuses } from "#shared/companies/company.ts";
import { companyKey } from "#shared/companies/company-likeness.ts";
import type { ReadCompany } from "./read-line.ts";

/** Which file of the network a line speaks of: by SIRET, else by name and commune. */
export type KnownCompanies = {
  readonly find: (line: Pick<ReadCompany, "siret" | "name" | "commune">) => string | null;
  readonly add: (company: Named) => void;
};

type Named = {
  readonly id: string;
  readonly siret: string | null;
  readonly name: string;
  readonly commune: { readonly code: string };
  readonly establishments?: readonly { readonly siret: string }[];
};

/** Reads the names of the whole network once; a few megabytes for the largest département. */
export const knownCompanies = async (): Promise<KnownCompanies> => {
  const known = emptyNetwork();
  const cursor = CompanyModel.find(
    { status: anyOf(companyStatuses) },
    { siret: 1, name: 1, commune: 1, establishments: 1 },
  )
    .lean<Pick<CompanyDocument, "_id" | "siret" | "name" | "commune" | "establishments">[]>()
    .cursor();
  for await (const { _id, ...company } of cursor) known.add({ id: _id.toHexString(), ...company });
  return known;
};

export const emptyNetwork = (): KnownCompanies => {
  const bySiret = new Map<string, string>();
  const byName = new Map<string, Named>();
  const nameOf = ({ name, commune }: Pick<Named, "name" | "commune">) => `${companyKey(name)}|${commune.code}`;
  return {
    find: (line) => {
      const same = line.siret === null ? undefined : bySiret.get(line.siret);
      if (same !== undefined) return same;
      const named = byName.get(nameOf(line));
      // Two SIRETs that differ are two establishments, whatever their name.
      return named && (line.siret === null || named.siret === null) ? named.id : null;
    },
    add: (company) => {
      for (const siret of [company.siret, ...(company.establishments ?? []).map((one) => one.siret)])
        if (siret !== null && !bySiret.has(siret)) bySiret.set(siret, company.id);
      if (!byName.has(nameOf(company))) byName.set(nameOf(company), company);
    },
  };
};
