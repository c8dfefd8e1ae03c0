import type { CompiledSearch } from "#shared/alerts/compile-search.ts";
import { compileSearch } from "#shared/alerts/compile-search.ts";
import { type DayOffer, toDayOffer } from "#shared/alerts/day-offer.ts";
import { contractTypes, remoteShares, schedules } from "#shared/offers/offer-words.ts";
import { families } from "#shared/referentials/family.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { anOffer } from "#test/offers/an-offer.ts";

/** A die that falls the same way each time it is thrown from the same seed. */
export const die = (seed: number): ((sides: number) => number) => {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
};

type Die = ReturnType<typeof die>;

const pick = <Item>(roll: Die, items: readonly Item[]): Item => {
  const item = items[roll(items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
};

const some = <Item>(roll: Die, items: readonly Item[], share: number): Item[] =>
  roll(100) < share ? [pick(roll, items), ...(roll(2) ? [pick(roll, items)] : [])] : [];

const extras = ["de nuit", "EHPAD", "à Tulle", "débutant accepté", "H/F", "permis B", "week-end", "AS"];

const communes = Array.from({ length: 280 }, (_, at) => {
  const roll = die(at * 7919 + 1);
  return {
    code: `19${String(at).padStart(3, "0")}`,
    name: `Commune${at}`,
    postcode: "19000",
    lat: 44.9 + roll(10_000) / 13_000,
    lon: 1.2 + roll(10_000) / 7_700,
  };
});

export const randomOffers = (count: number, seed: number): DayOffer[] => {
  const roll = die(seed);
  return Array.from({ length: count }, (_, at) => {
    const occupation = pick(roll, occupations);
    return toDayOffer(
      anOffer({
        id: at.toString(16).padStart(24, "0"),
        sequence: at + 1,
        title: `${roll(2) ? occupation.masculine : occupation.feminine} ${pick(roll, extras)}`,
        occupation: occupation.code,
        description: `Vous travaillez ${pick(roll, extras)} avec ${pick(roll, occupations).masculine}.`,
        contract: pick(roll, contractTypes),
        schedules: some(roll, schedules, 90),
        remote: pick(roll, remoteShares),
        withoutCar: roll(3) === 0,
        pay: { minCents: 1_231, maxCents: 1_231 + roll(800), period: "hour" },
        commune: pick(roll, communes),
      }),
    );
  });
};

const nameOf = (roll: Die): string => {
  const { masculine, feminine, synonyms } = pick(roll, occupations);
  return pick(roll, [masculine, feminine, ...synonyms]);
};

const wordsOf = (roll: Die): string => {
  const name = nameOf(roll);
  return pick(roll, [
    "",
    name,
    name,
    name,
    name.split(" ")[0] ?? "",
    `${name} ${pick(roll, extras)}`,
    pick(roll, extras),
  ]);
};

/** Every shape a search can have: one in seven without words, one in ten anywhere, radii of up to 200 km. */
export const randomSearches = (count: number, seed: number): CompiledSearch[] => {
  const roll = die(seed);
  return Array.from({ length: count }, () =>
    compileSearch({
      text: wordsOf(roll),
      commune: roll(10) < 9 ? pick(roll, communes) : null,
      radiusKm: pick(roll, [0, 5, 10, 10, 20, 20, 20, 30, 30, 50, 200]),
      ...narrowedBy(roll),
    }),
  );
};

/** A trade around home, as people save them. */
export const plainSearches = (count: number, seed: number): CompiledSearch[] => {
  const roll = die(seed);
  return Array.from({ length: count }, () => {
    const name = nameOf(roll);
    return compileSearch({
      text: pick(roll, [name, name, name.split(" ")[0] ?? name, `${name} ${pick(roll, extras)}`]),
      commune: pick(roll, communes),
      radiusKm: pick(roll, [20, 30, 30, 50]),
      contracts: some(roll, contractTypes, 20),
      schedules: some(roll, schedules, 10),
      families: [],
      occupations: [],
      communes: [],
      remote: [],
      withoutCar: roll(12) === 0,
      payPerHour: roll(10) === 0 ? 1_250 + roll(500) : null,
    });
  });
};

const narrowedBy = (roll: Die) => ({
  contracts: some(roll, contractTypes, 30),
  schedules: some(roll, schedules, 12),
  families: some(
    roll,
    families.map(({ code }) => code),
    12,
  ),
  occupations: some(
    roll,
    occupations.map(({ code }) => code),
    6,
  ),
  communes: some(roll, communes, 3),
  remote: some(roll, remoteShares, 4),
  withoutCar: roll(12) === 0,
  payPerHour: roll(10) === 0 ? 1_250 + roll(500) : null,
});
