import type supertest from "supertest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { givenCandidate, givenEmployer, givenOffer } from "#test/applications/given-hiring.ts";
import { givenDraft, givenRecruiter, press } from "#test/support/given-companies.ts";
import type { House } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

type Ask = () => supertest.Test;

/** What people do on one day, each thing once: the pages they read and the acts they mean to be kept. */
export type Day = {
  readonly reads: Readonly<Record<string, Ask>>;
  readonly writes: Readonly<Record<string, Ask>>;
  /** The offer that is published. */
  readonly draft: string;
  /** How often each act is in MongoDB: an act answered with success is there once, a refused one never twice. */
  readonly kept: () => Promise<Readonly<Record<"apply" | "publish", number>>>;
};

/** What a page needs no store for; nobody is told to come back later for the phone number. */
export const staticPages = ["/accessibilite", "/connexion", "/comment-marche-le-rapprochement", "/live"] as const;

let days = 0;

/** People with something to do, stored before anything goes wrong. */
export const givenDay = async (house: House): Promise<Day> => {
  days += 1;
  const recruiter = await givenRecruiter();
  const draft = await givenDraft(house, recruiter);
  const [lina, officer] = await Promise.all([givenCandidate(), givenPerson({ role: "officer" })]);
  const offer = await givenOffer((await givenEmployer()).companyId, { title: `Fileur de verre ${days} F/H` });
  return {
    reads: {
      home: () => asks(house).get("/"),
      offers: () => asks(house).get("/offres"),
      search: () => asks(house).get("/offres?q=fileur"),
      offer: () => asks(house).get(offerAddress(offer)),
      own: () => asks(house, lina).get("/mes-candidatures"),
      desk: () => asks(house, officer).get("/bureau"),
    },
    writes: {
      "sign-in": () => asks(house).post("/connexion", { email: `jour${days}@exemple.invalid` }),
      apply: () => asks(house, lina).post(offer.applyAt, { message: "Bonjour" }),
      publish: () => press(house, recruiter, draft, "publication"),
    },
    draft,
    kept: async () => ({
      apply: await ApplicationModel.countDocuments({ offerId: offer.id }),
      publish: await OfferModel.countDocuments({ _id: draft, status: "published" }),
    }),
  };
};

export type Answer = { readonly status: number; readonly text: string; readonly ms: number };

/** Asks for all of it at once, and times each. */
export const answersOf = async (asked: Readonly<Record<string, Ask>>): Promise<Record<string, Answer>> => {
  const answers = Object.entries(asked).map(async ([name, ask]) => {
    const began = performance.now();
    const { status, text } = await ask();
    return [name, { status, text, ms: performance.now() - began }] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
};

/** The slow cells take minutes: the suite leaves them to `npm run torture -- faults`. */
export const everyFault = process.env.TORTURE_FAULTS === "all";

/** Until every page is there again, twenty seconds at most. */
export const untilBack = async (day: Day): Promise<void> => {
  const giveUpAt = performance.now() + 20_000;
  for (const ask of Object.values(day.reads)) while ((await ask()).status !== 200 && performance.now() < giveUpAt);
};
