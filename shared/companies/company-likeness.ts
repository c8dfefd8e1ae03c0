import { fold } from "#shared/referentials/french.ts";
import { kilometresBetween } from "#shared/referentials/place.ts";
import type { Company } from "./company.ts";
import { sirenOf } from "./siret.ts";

const legalForms = new Set(
  "sarl sas sasu sa eurl eirl ei sci scop scic snc gie gaec earl scea selarl selas sarlu ste societe ets etablissements etablissement entreprise association asso".split(
    " ",
  ),
);
const linking = new Set(["le", "la", "les", "l", "de", "du", "des", "d", "et", "a", "au", "aux", "en"]);

/** A company's name as a key: folded, without legal forms nor little words. "S.A.R.L. Garage de la Côte" is "garage cote". */
export const companyKey = (name: string): string => {
  const kept = fold(name)
    .replace(/(?<![a-z0-9])(?:[a-z]\.){2,}/g, (initials) => initials.replace(/\./g, ""))
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .filter((word) => !linking.has(word));
  const told = kept.filter((word) => !legalForms.has(word));
  return (told.length > 0 ? told : kept).join(" ");
};

/** Pairs of letters the two names share, from 0 to 1 (Dice): one letter more or less keeps names alike. */
export const nameLikeness = (one: string, other: string): number => {
  if (one === other) return 1;
  const pairs = pairsOf(one);
  const rest = new Map(pairsOf(other));
  let shared = 0;
  let total = 0;
  for (const [pair, count] of pairs) {
    shared += Math.min(count, rest.get(pair) ?? 0);
    total += count;
  }
  for (const count of rest.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
};

const pairsOf = (key: string): Map<string, number> => {
  const letters = key.replace(/ /g, "");
  const pairs = new Map<string, number>();
  for (let at = 0; at < letters.length - 1; at++) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

export type Likened = Pick<Company, "id" | "name" | "siret" | "commune" | "otherIds">;

/** Why two files may be one company. */
export type TwinReason = "same-siren" | "same-name" | "close-name";

const alikeFrom = 0.82;
const nearKm = 12;

/** Null when they are two companies, or when an officer said so. */
export const twinReason = (one: Likened, other: Likened): TwinReason | null => {
  if (one.otherIds.includes(other.id) || other.otherIds.includes(one.id)) return null;
  const near = one.commune.code === other.commune.code || kilometresBetween(one.commune, other.commune) <= nearKm;
  if (!near) return null;
  const [oneKey, otherKey] = [companyKey(one.name), companyKey(other.name)];
  if (sameSiren(one, other) && one.commune.code === other.commune.code) return "same-siren";
  if (oneKey === otherKey) return "same-name";
  return nameLikeness(oneKey, otherKey) >= alikeFrom ? "close-name" : null;
};

const sameSiren = (one: Likened, other: Likened): boolean =>
  one.siret !== null && other.siret !== null && sirenOf(one.siret) === sirenOf(other.siret);
