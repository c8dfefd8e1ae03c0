import { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import { type Chance, chance } from "./chance.ts";
import { type Trade, trades, type Works } from "./demo-trades.ts";

export type DemoCompany = CompanyDocument & { hires: Hires };

type Hires = Pick<Trade, "schedules" | "remote"> & { works: Works };

const firstNames = [
  "Nadège",
  "Hervé",
  "Solène",
  "Amadou",
  "Brigitte",
  "Farid",
  "Odile",
  "Tristan",
  "Mireille",
  "Kevin",
];
const lastNames = [
  "Rouxel",
  "Montfictif",
  "Lagarde-Essai",
  "Dubosquet",
  "Fontanelle",
  "Verdier-Test",
  "Peyrachon",
  "Combelle",
];
const jobs = [
  "directeur, directrice",
  "responsable du personnel",
  "gérant, gérante",
  "chef d’atelier",
  "secrétaire générale",
];

type Land = () => Commune;

/** About 60 houses; the last three wait to be verified. */
export const demoCompanies = (
  luck: Chance,
  { land, towns, officerId }: { land: Land; towns: readonly Commune[]; officerId: Types.ObjectId },
): DemoCompany[] => {
  const named = trades.flatMap((trade) =>
    Object.entries(trade.houses).map(([name, works]) => ({ name, works, trade })),
  );
  return named.map(({ name, works, trade }, at) =>
    companyOf(luck, {
      name,
      works,
      trade,
      land: inTown(at, towns) ?? land,
      officerId,
      pending: at >= named.length - 3,
      at,
    }),
  );
};

/** One house in three stands in a town, the greatest towns in turn: whoever tries a search there finds something. */
const inTown = (at: number, towns: readonly Commune[]): Land | null => {
  const town = at % 3 === 0 ? towns[(at / 3) % towns.length] : undefined;
  return town ? () => town : null;
};

type Given = {
  name: string;
  works: Works;
  trade: Trade;
  land: Land;
  officerId: Types.ObjectId;
  pending: boolean;
  at: number;
};

const companyOf = (luck: Chance, { name, works, trade, land, officerId, pending, at }: Given): DemoCompany => {
  const lastContact = daysAgo(luck.int(1, 130));
  const contact = `${luck.pick(firstNames)} ${luck.pick(lastNames)}`;
  return {
    _id: new Types.ObjectId(),
    siret: demoSiret(at),
    establishments: [],
    name,
    naf: trade.naf,
    sector: trade.sector,
    commune: land(),
    address: `${luck.int(1, 80)} ${luck.pick(["rue des Écoles", "avenue de la Gare", "zone du Moulin", "place du Foirail", "route des Bois"])}`,
    size: luck.pick(["under10", "under50", "under250"] as const),
    website: null,
    description: null,
    status: pending ? "pending" : "verified",
    refusalReason: null,
    verifiedAt: pending ? null : daysAgo(200),
    verifiedBy: pending ? null : officerId,
    accompanied: !pending && luck.happens(0.5),
    contacts: [
      {
        id: new Types.ObjectId(),
        name: contact,
        role: luck.pick(jobs),
        phone: `05550000${String(10 + (at % 90))}`,
        email: `contact${at}@exemple.invalid`,
        mayBeCalled: true,
      },
    ],
    notes: pending
      ? []
      : [
          {
            id: new Types.ObjectId(),
            at: lastContact,
            by: officerId,
            kind: luck.pick(["visit", "call"] as const),
            text: luck.pick(talks),
          },
        ],
    ...(pending ? { needs: [], agreements: [] } : knownOf(chance(5_000 + at), { trade, officerId })),
    otherIds: [],
    nextAction:
      !pending && luck.happens(0.3)
        ? { what: luck.pick(actions), on: addDays(today(), luck.int(-4, 12)), officerId }
        : null,
    lastContactAt: pending ? null : lastContact,
    createdAt: daysAgo(pending ? luck.int(0, 3) : luck.int(140, 900)),
    updatedAt: lastContact,
    effects: [],
    hires: { works, schedules: trade.schedules, ...(trade.remote && { remote: trade.remote }) },
  };
};

/** Drawn apart: what is added to the demonstration must not move what the others draw. */
const knownOf = (luck: Chance, given: { trade: Trade; officerId: Types.ObjectId }) => ({
  needs: luck.happens(0.4) ? [needOf(luck, given)] : [],
  agreements: luck.happens(0.25)
    ? [
        {
          id: new Types.ObjectId(),
          title: luck.pick(papers),
          signedOn: addDays(today(), -luck.int(20, 500)),
          endsOn: null,
          by: given.officerId,
        },
      ]
    : [],
});

const needOf = (luck: Chance, { trade, officerId }: { trade: Trade; officerId: Types.ObjectId }) => ({
  id: new Types.ObjectId(),
  occupation: luck.pick(trade.needs),
  people: luck.int(1, 3),
  neededOn: luck.happens(0.7) ? addDays(today(), luck.int(-10, 60)) : null,
  note: luck.happens(0.3) ? "Débutants acceptés." : null,
  at: daysAgo(luck.int(2, 40)),
  by: officerId,
  metAt: null,
});

const papers = ["Convention d’immersion (PMSMP)", "Charte d’engagement pour l’emploi", "Convention CLIS"];

const talks = [
  "Visite de l’atelier. Deux départs en retraite prévus dans l’année.",
  "Cherche du monde pour le printemps. Accepte les débutants.",
  "Content de la dernière personne présentée. Veut recommencer.",
  "Difficulté à trouver des conducteurs. Prêt à former.",
];
const actions = [
  "Rappeler pour le poste en cuisine",
  "Passer voir l’atelier",
  "Envoyer la convention",
  "Demander des nouvelles de l’embauche",
];

export const daysAgo = (days: number, hours = 0): Date =>
  new Date(now().getTime() - days * 86_400_000 - hours * 3_600_000);

/** Fourteen digits that pass the check and belong to no establishment: no SIREN begins with 0000. */
const demoSiret = (at: number): string => {
  const start = `0000${String(at + 1).padStart(5, "0")}0001`;
  return Array.from({ length: 10 }, (_, key) => start + key).find(luhn) ?? start;
};

const luhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;
