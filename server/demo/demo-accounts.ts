import { Types } from "mongoose";
import type { AccountDocument } from "#server/accounts/account-model.ts";
import type { Role } from "#shared/kernel/actor.ts";
import type { Chance } from "./chance.ts";
import { type DemoCompany, daysAgo } from "./demo-companies.ts";

/** Who signs in to look around, one of each role; everybody's password is the same, and only in a demonstration. */
export const demoPassword = "elan-demo-correze";

export const demoPeople = [
  { role: "candidate", email: "lina@demo.invalid", firstName: "Lina", lastName: "Martin-Fictive" },
  { role: "employer", email: "recruteur@demo.invalid", firstName: "Nadège", lastName: "Roux-Fictive" },
  { role: "officer", email: "mission@demo.invalid", firstName: "Jeanne", lastName: "Faure-Fictive" },
  { role: "counsellor", email: "referent@demo.invalid", firstName: "Omar", lastName: "Sellier-Fictif" },
  { role: "phoneAgent", email: "telephone@demo.invalid", firstName: "Rose", lastName: "Nival-Fictive" },
  { role: "admin", email: "admin@demo.invalid", firstName: "Ali", lastName: "Karim-Fictif" },
] as const satisfies readonly { role: Role; email: string; firstName: string; lastName: string }[];

const firstNames =
  "Maëva,Karim,Paul,Inès,Sonia,Hugo,Théo,Jeanne,Zoé,Marc,Fatou,Léo,Nora,Yanis,Chloé,Samir,Agathe,Bruno,Aïcha,Luc,Mei,Tom,Awa,Rémi".split(
    ",",
  );
const lastNames =
  "Tessier,Lopez,Dumont,Renard,Bernard,Perrin,Girard,Vidal,Fabre,Chevalier,Moreau,Lambert,Blanc,Garnier,Roche,Colin".split(
    ",",
  );

type Given = {
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  companyId?: Types.ObjectId | null;
  days: number;
};

export const demoAccount = ({ days, companyId = null, ...given }: Given): AccountDocument => ({
  _id: new Types.ObjectId(),
  ...given,
  phone: null,
  companyId,
  status: "active",
  createdAt: daysAgo(days),
  lastSeenAt: daysAgo(Math.min(days, 3)),
  passwordHash: null,
  leavingAt: null,
  noticedAt: null,
  effects: [],
});

/** Candidates whose last name says they do not exist. */
export const demoCandidates = (luck: Chance, count: number): AccountDocument[] =>
  Array.from({ length: count }, (_, at) =>
    demoAccount({
      email: `candidat${at + 1}@demo.invalid`,
      firstName: luck.pick(firstNames),
      lastName: `${luck.pick(lastNames)}-Essai`,
      role: "candidate",
      days: luck.int(2, 300),
    }),
  );

/** One recruiter for each company but the first, which the demonstration's own recruiter holds. */
export const demoRecruiters = (luck: Chance, companies: readonly DemoCompany[]): AccountDocument[] =>
  companies.slice(1).map((company, at) =>
    demoAccount({
      email: `recruteur${at + 2}@demo.invalid`,
      firstName: luck.pick(firstNames),
      lastName: `${luck.pick(lastNames)}-Essai`,
      role: "employer",
      companyId: company._id,
      days: luck.int(20, 600),
    }),
  );
