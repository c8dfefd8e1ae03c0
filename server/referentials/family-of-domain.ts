import type { FamilyCode } from "#shared/referentials/family.ts";

/** The family of each professional domain of ROME (the first three signs of a code), else of its great domain. */
const lines = `
agriculture: A
wood: H22
culture: B L E11
food-industry: D11 H21
trade: C15 D
office: C M
digital: E12 E14 M18
industry: E13 H K24
construction: F I15
hospitality: G
education: G12 K21
maintenance: I
care: J
social: K12 K11
home-help: K13
public-service: K
cleaning: K22 K23
transport: N`;

const byPrefix = new Map(
  lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [family = "", prefixes = ""] = line.split(": ");
      return prefixes.split(" ").map((prefix) => [prefix, family as FamilyCode] as const); // a test knows them all
    }),
);

/** "office" for a code that ROME does not have yet. */
export const familyOfDomain = (code: string): FamilyCode =>
  byPrefix.get(code.slice(0, 3)) ?? byPrefix.get(code.slice(0, 1)) ?? "office";
