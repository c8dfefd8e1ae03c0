import { Types } from "mongoose";
import type { OfferDocument } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";
import { minimumPay } from "#shared/offers/minimum-wage.ts";
import { type ContractType, contractTypes } from "#shared/offers/offer-words.ts";
import type { Occupation } from "#shared/referentials/occupation.ts";
import { occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import { skillById } from "#shared/referentials/skills.ts";
import type { Chance } from "./chance.ts";
import { type DemoCompany, daysAgo } from "./demo-companies.ts";
import type { Works } from "./demo-trades.ts";

type Given = { companies: readonly DemoCompany[]; createdBy: Types.ObjectId; count: number };

/** Offers of every contract over the land's real occupations; one in twelve is exclusive, one in ten is over. */
export const demoOffers = (luck: Chance, { companies, createdBy, count }: Given): OfferDocument[] => {
  return Array.from({ length: count }, (_, at) => {
    const company = luck.pick(companies);
    const occupation = occupationByCode(usual(luck, company.hires.works)) ?? luck.pick(occupations);
    return offerOf(luck, { company, occupation, createdBy, at });
  });
};

const usual = (luck: Chance, works: Works): string => works[Math.floor(luck.next() ** 1.6 * works.length)] ?? "";

type One = { company: DemoCompany; occupation: Occupation; createdBy: Types.ObjectId; at: number };

const offerOf = (luck: Chance, { company, occupation, createdBy, at }: One): OfferDocument => {
  const published = daysAgo(luck.happens(0.25) ? luck.int(0, 1) : luck.int(2, 45), luck.int(0, 10));
  const status = statusOf(luck, company);
  const contract = contractOf(luck, at);
  const weeklyHours = luck.pick([35, 35, 35, 35, 39, 28, 24, 20]);
  const skills = occupation.skills.slice(0, 6);
  const exclusive = status === "published" && luck.happens(1 / 12);
  return {
    _id: new Types.ObjectId(),
    reference: at + 1,
    title: titleOf(occupation),
    occupation: occupation.code,
    description: describe(luck, { company, skills }),
    requiredSkills: skills.slice(0, 2),
    appreciatedSkills: skills.slice(2, 4),
    requiredLicences: occupation.licences.filter(() => luck.happens(0.5)).slice(0, 1),
    appreciatedLicences: luck.happens(0.3) ? ["permis-b"] : [],
    diploma: null,
    experienceMonths: luck.pick([0, 0, 0, 6, 12, 24]),
    experienceRequired: luck.happens(0.3),
    contract,
    durationMonths: durationOf(luck, contract),
    weeklyHours,
    schedules: luck.some(company.hires.schedules, luck.pick([1, 1, 2])),
    pay: payOf(luck, { contract, weeklyHours }),
    startsOn: luck.happens(0.5) ? addDays(today(), luck.int(3, 40)) : null,
    posts: luck.pick([1, 1, 1, 1, 2, 3]),
    commune: company.commune,
    remote: company.hires.remote && luck.happens(0.5) ? "partial" : "none",
    withoutCar: luck.happens(0.4),
    employerShown: !exclusive && luck.happens(0.85),
    howToApply: null,
    exclusive,
    positionedAccountIds: [],
    companyId: company._id,
    companyName: company.name,
    createdBy,
    request: {
      contactName: company.contacts[0]?.name ?? company.name,
      channel: exclusive ? "visit" : "online",
      on: dayOf(published),
    },
    status,
    closingReason: status === "filled" ? "filledByUs" : null,
    ...lifeOf(luck, { published, status, createdBy, at }),
    expiresOn: status === "expired" ? addDays(today(), -luck.int(1, 20)) : addDays(dayOf(published), 60),
    version: 1,
    effects: [],
  };
};

type Life = { published: Date; status: OfferDocument["status"]; createdBy: Types.ObjectId; at: number };

const lifeOf = (luck: Chance, { published, status, createdBy, at }: Life) => {
  const visible = status !== "pending" && status !== "draft";
  return {
    history: [
      { at: published, from: null, to: visible ? ("published" as const) : status, by: createdBy, reason: null },
    ],
    createdAt: published,
    updatedAt: published,
    publishedAt: visible ? published : null,
    sequence: visible ? at + 1 : null,
    views: visible ? luck.int(0, 240) : 0,
  };
};

const statusOf = (luck: Chance, company: DemoCompany): OfferDocument["status"] => {
  if (company.status === "pending") return "pending";
  const draw = luck.next();
  if (draw < 0.03) return "draft";
  if (draw < 0.05) return "suspended";
  if (draw < 0.09) return "filled";
  return draw < 0.12 ? "expired" : "published";
};

// Every type is there, whatever the draw: the first offers take them in turn.
const contractOf = (luck: Chance, at: number): ContractType =>
  at < contractTypes.length * 3
    ? (contractTypes[at % contractTypes.length] ?? "cdi")
    : luck.pick([
        "cdi",
        "cdi",
        "cdi",
        "cdi",
        "cdd",
        "cdd",
        "cdd",
        "interim",
        "seasonal",
        "apprenticeship",
        "shortMission",
        "pec",
      ] as const);

const durationOf = (luck: Chance, contract: ContractType): number | null => luck.pick(durations[contract] ?? [null]);

const durations: Partial<Record<ContractType, readonly number[]>> = {
  cdd: [3, 6, 6, 9, 12],
  interim: [1, 2, 3],
  seasonal: [2, 4, 6],
  apprenticeship: [12, 24],
  internship: [2, 4],
  pec: [9, 12],
  clis: [6, 12],
  shortMission: [1],
};

const titleOf = ({ title, masculine, feminine }: Occupation): string =>
  (masculine === feminine ? `${masculine} (F/H)` : title).slice(0, 118);

const payOf = (
  luck: Chance,
  { contract, weeklyHours }: { contract: ContractType; weeklyHours: number },
): OfferDocument["pay"] => {
  const hourly = contract === "interim" || luck.happens(0.3);
  const least = minimumPay({ period: hourly ? "hour" : "month", weeklyHours, on: today() });
  if (contract === "internship") return { minCents: 60_000, maxCents: 70_000, period: "month" };
  const min = hourly ? least + luck.int(0, 12) * 10 : Math.ceil((least + luck.int(0, 30) * 1000) / 1000) * 1000;
  return {
    minCents: min,
    maxCents: luck.happens(0.6) ? (hourly ? min + luck.int(2, 12) * 10 : min + luck.int(4, 25) * 1000) : min,
    period: hourly ? "hour" : "month",
  };
};

type Story = { company: DemoCompany; skills: readonly string[] };

const describe = (luck: Chance, { company, skills }: Story): string =>
  [
    luck.pick([
      `${company.name} cherche une personne pour compléter son équipe.`,
      "Vous rejoignez une équipe de 8 personnes, qui vous accueille et vous forme.",
      "Un départ en retraite libère ce poste. Vous travaillez deux semaines avec la personne qui part.",
      "L’activité augmente. Nous créons ce poste.",
    ]),
    ["Votre travail :", ...skills.map((id) => `- ${skillById(id)?.label ?? id}`)].join("\n"),
    luck.pick([
      "Le planning est connu un mois à l’avance.",
      "Prime de fin d’année, mutuelle, repas sur place.",
      "Une voiture de service est fournie pour les déplacements.",
      "Un tuteur vous suit pendant les trois premiers mois.",
    ]),
  ].join("\n\n");
