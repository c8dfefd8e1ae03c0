import { CompanyModel } from "#server/companies/company-model.ts";
import { anyOf } from "#server/platform/filter.ts";
import { companyKey, type Likened, type TwinReason, twinReason } from "#shared/companies/company-likeness.ts";

export type Twins = { readonly one: Likened; readonly other: Likened; readonly reason: TwinReason };

const mostShown = 100;

/** Pairs of files that look like one company; those of one legal person first. */
export const findTwins = async (): Promise<Twins[]> => {
  const companies = await CompanyModel.find(
    { status: anyOf(["pending", "verified"]) },
    { name: 1, siret: 1, commune: 1, otherIds: 1 },
  ).lean();
  return twinsAmong(
    companies.map(({ _id, name, siret, commune, otherIds }) => ({
      id: _id.toHexString(),
      name,
      siret,
      commune,
      otherIds: (otherIds ?? []).map(String),
    })),
  );
};

/** Only files that share the start of a word, or a SIREN, are compared. */
const twinsAmong = (companies: readonly Likened[]): Twins[] => {
  const blocks = new Map<string, Likened[]>();
  for (const company of companies)
    for (const block of blocksOf(company)) blocks.set(block, [...(blocks.get(block) ?? []), company]);
  const pairs = new Map([...blocks.values()].flatMap(pairsIn));
  const rank = { "same-siren": 0, "same-name": 1, "close-name": 2 };
  return [...pairs.values()]
    .flatMap(([one, other]): Twins[] => {
      const reason = twinReason(one, other);
      return reason ? [{ one, other, reason }] : [];
    })
    .sort((a, b) => rank[a.reason] - rank[b.reason])
    .slice(0, mostShown);
};

const pairsIn = (block: readonly Likened[]): [string, readonly [Likened, Likened]][] =>
  block.flatMap((one, at) =>
    block
      .slice(at + 1)
      .map((other): [string, readonly [Likened, Likened]] => [[one.id, other.id].sort().join(), [one, other]]),
  );

const blocksOf = ({ name, siret }: Likened): string[] => [
  ...new Set(
    companyKey(name)
      .split(" ")
      .map((word) => word.slice(0, 4)),
  ),
  ...(siret === null ? [] : [siret.slice(0, 9)]),
];
