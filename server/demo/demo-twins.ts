import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import type { DemoCompany } from "./demo-companies.ts";

/** Second files of houses that are already there, as a list that was imported makes them: no SIRET, another spelling. */
export const demoTwins = (companies: readonly DemoCompany[]): DemoCompany[] =>
  spellings.flatMap(([name, other]) => {
    const known = companies.find((company) => company.name === name);
    return known ? [twinOf(known, other)] : [];
  });

const spellings = [
  ["Garage de la Côte", "SARL GARAGE DE LA COTE"],
  ["Toitures Ardoise & Fils", "Toitures Ardoise et Fils SAS"],
  ["Biscuiterie Grand-Mère Odette", "Biscuiterie Grand Mere Odete"],
] as const;

const twinOf = (known: DemoCompany, name: string): DemoCompany => {
  const longAgo = new Date(now().getTime() - 160 * 86_400_000);
  return {
    ...known,
    _id: new Types.ObjectId(),
    siret: null,
    name,
    naf: null,
    address: null,
    size: null,
    accompanied: false,
    contacts: [
      {
        id: new Types.ObjectId(),
        name: "Standard",
        role: "accueil",
        phone: "0555000009",
        email: null,
        mayBeCalled: true,
      },
    ],
    notes: [
      {
        id: new Types.ObjectId(),
        at: longAgo,
        by: known.notes[0]?.by ?? known.contacts[0]?.id ?? new Types.ObjectId(),
        kind: "call",
        text: "Appel au standard : rappeler à l’automne.",
      },
    ],
    needs: [],
    agreements: [],
    nextAction: null,
    lastContactAt: longAgo,
    createdAt: longAgo,
    updatedAt: longAgo,
    hires: { works: [], schedules: [] },
  };
};
