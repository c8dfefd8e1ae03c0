import { Types } from "mongoose";
import type { AccountDocument } from "#server/accounts/account-model.ts";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import type { CvVisibility } from "#shared/cvs/cv.ts";
import { isLibraryChoice, libraryConsentVersion } from "#shared/cvs/library-consent.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Occupation } from "#shared/referentials/occupation.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import type { Chance } from "./chance.ts";
import { daysAgo } from "./demo-companies.ts";

type Given = {
  people: readonly AccountDocument[];
  land: () => Commune;
  home: Commune;
  offers: readonly OfferDocument[];
};

/** CVs near the offers' occupations, so that the demonstration has something to bring together. */
export const demoCvs = (luck: Chance, { people, land, home, offers }: Given): CvDocument[] => {
  const exclusive = offers.filter((offer) => offer.exclusive);
  return people.map((person, at) => {
    if (at === 0) return linaCv(luck, { person, commune: home });
    const offer = luck.happens(0.45) && exclusive.length > 0 ? luck.pick(exclusive) : luck.pick(offers);
    const occupation = occupationByCode(offer.occupation) ?? luck.pick(occupations);
    return cvOf(luck, { person, occupation, commune: luck.happens(0.4) ? offer.commune : land() });
  });
};

/** The demonstration's own candidate: two years of help at home, a car, a nurse's aide's diploma, some things to learn. */
const linaCv = (luck: Chance, { person, commune }: { person: AccountDocument; commune: Commune }): CvDocument => {
  const occupation = occupationByCode("K1304") ?? luck.pick(occupations);
  return {
    ...cvOf(luck, { person, occupation, commune }),
    occupations: [occupation.code, "J1501"],
    skills: occupation.skills.slice(0, 4),
    experiences: [{ occupation: occupation.code, label: occupation.title, months: 26 }],
    licences: ["permis-b", "deas"],
    radiusKm: 60,
    means: ["car"],
    contracts: [],
    hours: "any",
    schedules: [],
    availableFrom: null,
    visibility: "anonymous",
    ...agreed("anonymous", 3),
  };
};

type One = { person: AccountDocument; occupation: Occupation; commune: Commune };

const cvOf = (luck: Chance, { person, occupation, commune }: One): CvDocument => {
  const days = luck.int(0, 90);
  const neighbours = luck.some(occupation.neighbours, luck.int(0, 2));
  const drives = luck.happens(0.65);
  const visibility = luck.pick(["anonymous", "anonymous", "anonymous", "named", "staff", "hidden"] as const);
  return {
    _id: new Types.ObjectId(),
    accountId: person._id,
    occupations: [occupation.code, ...neighbours],
    otherWanted: null,
    skills: luck.some(occupation.skills, luck.int(2, 6)),
    experiences: luck.happens(0.8)
      ? [{ occupation: occupation.code, label: occupation.title, months: luck.pick([3, 8, 14, 24, 40, 72, 120]) }]
      : [],
    diplomas: [],
    licences: [
      ...(drives ? ["permis-b"] : []),
      ...occupation.requiredDiplomas.slice(0, 1), // who does not hold it does not practise
      ...occupation.licences.filter(() => luck.happens(0.7)),
    ].filter((one, at, all) => all.indexOf(one) === at),
    languages: [],
    commune,
    radiusKm: drives ? luck.pick([20, 30, 40, 50]) : luck.pick([5, 10, 15]),
    means: drives ? ["car"] : luck.pick([["publicTransport"], ["bike"], ["foot", "publicTransport"]] as const).slice(),
    contracts: luck.happens(0.8) ? [] : ["cdi", "cdd"],
    hours: luck.pick(["any", "any", "any", "any", "fullTime", "partTime"] as const),
    schedules: luck.happens(0.85) ? [] : ["day"],
    availableFrom: luck.happens(0.3) ? addDays(today(), luck.int(3, 60)) : null,
    about: "",
    visibility,
    ...agreed(visibility, days + 10),
    blockedCompanyIds: [],
    status: "active",
    createdAt: daysAgo(days + 10),
    updatedAt: daysAgo(days),
    lastUsedAt: daysAgo(days),
    version: 1,
    effects: [],
  };
};

/** Whoever is in the library has ticked its box. */
const agreed = (visibility: CvVisibility, days: number): Pick<CvDocument, "libraryConsent" | "consents"> => {
  const given = { version: libraryConsentVersion, at: daysAgo(days) };
  return isLibraryChoice(visibility)
    ? { libraryConsent: given, consents: [{ ...given, visibility, given: true }] }
    : { libraryConsent: null, consents: [] };
};
