import { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { FamilyCode } from "#shared/referentials/family.ts";
import type { Chance } from "./chance.ts";

export type DemoCompany = CompanyDocument & { families: readonly FamilyCode[] };

type Trade = { names: readonly string[]; sector: string; families: readonly FamilyCode[] };

/** Names no register holds; none is of a real house. */
const trades: readonly Trade[] = [
  {
    names: [
      "Résidence des Tilleuls",
      "Résidence du Vieux Pont",
      "Maison Bel-Horizon",
      "Clinique des Trois Collines",
      "Résidence La Source Claire",
    ],
    sector: "Hébergement médicalisé",
    families: ["care", "cleaning", "social"],
  },
  {
    names: [
      "Les Mains Vertes, service à la personne",
      "Soins du Plateau",
      "Domicile & Compagnie",
      "Entraide du Haut Pays",
    ],
    sector: "Aide à domicile",
    families: ["home-help", "care"],
  },
  {
    names: [
      "Fromagerie des Monts",
      "Conserves du Puy",
      "Salaisons de la Vézère fictive",
      "Biscuiterie Grand-Mère Odette",
      "Moulin des Feuillardiers",
    ],
    sector: "Industrie agroalimentaire",
    families: ["food-industry", "industry", "transport"],
  },
  {
    names: [
      "Bâti Dix-Neuf",
      "Toitures Ardoise & Fils",
      "Terrassement du Gué",
      "Peinture Arc-en-Ville",
      "Maçonnerie Pierre Sèche",
    ],
    sector: "Bâtiment et travaux publics",
    families: ["construction"],
  },
  {
    names: ["Scierie des Grands Chênes", "Charpentes du Douglas", "Menuiserie Copeaux"],
    sector: "Bois et forêt",
    families: ["wood", "construction"],
  },
  {
    names: ["Ferme des Châtaigniers", "Vergers de la Pomme d’Or", "Pépinières Chlorophylle"],
    sector: "Agriculture",
    families: ["agriculture"],
  },
  {
    names: ["Transports Dorat et Filles", "Logistique du Carrefour Vert", "Cars du Plateau"],
    sector: "Transport et logistique",
    families: ["transport"],
  },
  {
    names: [
      "Hôtel du Lac Bleu",
      "Auberge de la Truite",
      "Brasserie du Marché",
      "Camping des Genêts",
      "Traiteur Cèpes & Noix",
    ],
    sector: "Hôtellerie et restauration",
    families: ["hospitality", "food-industry"],
  },
  {
    names: [
      "Le Panier",
      "La Halle du Bourg",
      "Boulangerie Mie Dorée",
      "Jardinerie Quatre Saisons",
      "Quincaillerie Boulon",
    ],
    sector: "Commerce",
    families: ["trade"],
  },
  {
    names: ["Métal Vézère", "Plasturgie du Causse", "Usinage de Précision Alpha", "Électronique Lumen"],
    sector: "Industrie",
    families: ["industry", "maintenance"],
  },
  {
    names: ["Garage de la Côte", "Froid & Chaud Services", "Ascenseurs Zénith"],
    sector: "Maintenance",
    families: ["maintenance"],
  },
  { names: ["Propreté Éclat", "Recycl’Haut", "Net & Clair"], sector: "Propreté", families: ["cleaning"] },
  {
    names: ["Mairie de Valfleury", "Communauté de communes des Deux Rives", "Collège Val-Fleuri"],
    sector: "Service public",
    families: ["public-service", "education", "office"],
  },
  {
    names: ["Crèche Les P’tits Loups", "Association Récré", "Formation Tremplin"],
    sector: "Éducation et enfance",
    families: ["education", "social"],
  },
  {
    names: ["Cabinet Chiffres Ronds", "Assurances du Clocher", "Notaires Parchemin"],
    sector: "Services aux entreprises",
    families: ["office"],
  },
  {
    names: ["Atelier Pixel", "Numérique en Herbe", "Imprimerie du Canal"],
    sector: "Numérique et communication",
    families: ["digital", "office"],
  },
];

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
  { land, officerId }: { land: Land; officerId: Types.ObjectId },
): DemoCompany[] => {
  const named = trades.flatMap((trade) => trade.names.map((name) => ({ name, trade })));
  return named.map(({ name, trade }, at) =>
    companyOf(luck, { name, trade, land, officerId, pending: at >= named.length - 3, at }),
  );
};

type Given = { name: string; trade: Trade; land: Land; officerId: Types.ObjectId; pending: boolean; at: number };

const companyOf = (luck: Chance, { name, trade, land, officerId, pending, at }: Given): DemoCompany => {
  const lastContact = daysAgo(luck.int(1, 130));
  const contact = `${luck.pick(firstNames)} ${luck.pick(lastNames)}`;
  return {
    _id: new Types.ObjectId(),
    siret: demoSiret(at),
    name,
    naf: null,
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
    nextAction:
      !pending && luck.happens(0.3)
        ? { what: luck.pick(actions), on: addDays(today(), luck.int(-4, 12)), officerId }
        : null,
    lastContactAt: pending ? null : lastContact,
    createdAt: daysAgo(pending ? luck.int(0, 3) : luck.int(140, 900)),
    updatedAt: lastContact,
    effects: [],
    families: trade.families,
  };
};

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
export const demoSiret = (at: number): string => {
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
