import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { now, setClock, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { embeddedEngine } from "#server/platform/search/embedded/engine.ts";
import { useSearch } from "#server/platform/search/search.ts";
import { settleJob, sweepJob } from "#shared/kernel/settle-jobs.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import { typedOffer } from "#test/offers/an-offer.ts";
import { faultySearch } from "#test/support/faulty-search.ts";
import { givenDraft, givenRecruiter, press, type Recruiter } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

const sequences = Number(process.env.TORTURE_SEQUENCES ?? 4);
const firstSeed = Number(process.env.TORTURE_SEED ?? 1);
const steps = 25;

let house: House;
const search = faultySearch(embeddedEngine());
beforeAll(async () => {
  house = await openHouse();
  useSearch(search.engine);
});
afterAll(() => house.close());

type Found = {
  relaxed: boolean;
  total: number;
  offers: { id: string; title: string }[];
  facets: { contract: { count: number }[] };
};
type Play = { readonly draw: () => number; readonly person: Recruiter; readonly word: string; readonly ids: string[] };

const pick = <Item>(draw: () => number, items: readonly Item[]): Item | undefined =>
  items[Math.floor(draw() * items.length)];

const find = async (query: string): Promise<Found> =>
  (await asks(house).getJson(`/api/v1/offers?${query}&exact=true`).expect(200)).body;

const truth = async ({ person }: Play): Promise<{ id: string; title: string }[]> =>
  (await OfferModel.find({ companyId: person.companyId }).lean())
    .map(toOffer)
    .filter((offer) => isPublic(offer, today()))
    .map(({ id, title }) => ({ id, title }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));

const stones = ["gypse", "mica", "talc"] as const;
const titled = ({ word, draw }: Pick<Play, "word" | "draw">): string =>
  `Gardien de ${word} et ${pick(draw, stones)} F/H`;

type Deed = (play: Play) => Promise<unknown>;

const create: Deed = async (play) => {
  const id = await givenDraft(house, play.person, { title: titled(play) });
  await press(house, play.person, id, "publication");
  play.ids.push(id);
};

const edit: Deed = async (play) => {
  const offer = await OfferModel.findById(pick(play.draw, play.ids) ?? play.person.id).lean();
  if (!offer) return;
  const typed = { ...typedOffer, title: titled(play), version: String(offer.version) };
  await asks(house, play.person).post(`/employeur/offres/${offer._id.toHexString()}/modifier`, typed);
};

/** What people do to offers. Refusals are answers as well: the rules are tested elsewhere. */
const deeds: readonly Deed[] = [
  create,
  edit,
  edit,
  edit,
  edit,
  ({ person, ids, draw }) => press(house, person, pick(draw, ids) ?? "", "publication"),
  ({ person, ids, draw }) => press(house, person, pick(draw, ids) ?? "", "publication"),
  ({ person, ids, draw }) => press(house, person, pick(draw, ids) ?? "", "suspension"),
  async ({ person, ids, draw }) => {
    if (draw() < 0.3) await press(house, person, pick(draw, ids) ?? "", "cloture", { reason: "abandoned" });
  },
  async ({ person, draw }) => {
    const status = draw() < 0.2 ? "refused" : "verified";
    const effects = owe("offers", status);
    await CompanyModel.updateOne({ _id: person.companyId }, { $set: { status }, $push: { effects } });
    await enqueue(settleJob("companies"), { id: person.companyId });
  },
];

/** The queue loses jobs, turns them round, stays asleep; a job that throws is dropped: the sweep is the net. */
const work = async (draw: () => number): Promise<void> => {
  const waiting = house.queue.jobs as unknown[]; // readonly for everyone else
  const luck = draw();
  if (luck < 0.15) waiting.length = 0;
  else if (luck < 0.3) waiting.reverse();
  else if (luck < 0.5) return;
  for (let tries = 0; house.queue.jobs.length > 0 && tries < 20; tries += 1) await house.drain().catch(() => undefined);
};

/** Ten seconds after the last fault, and the sweep that follows. */
const quiet = async (): Promise<void> => {
  await search.end();
  setClock(new Date(now().getTime() + 40_000));
  for (const collection of ["companies", "offers", "offers"]) {
    await enqueue(sweepJob(collection), {});
    await house.drain();
  }
};

const play = async (seed: number): Promise<void> => {
  const draw = drawer(seed);
  const playing: Play = { draw, person: await givenRecruiter(), word: `zibeline${seed}`, ids: [] };
  for (let step = 0; step < 3; step += 1) await create(playing);
  search.begin(draw);
  for (let step = 0; step < steps; step += 1) {
    setClock(new Date(now().getTime() + 1_000));
    await pick(draw, deeds)?.(playing);
    await work(draw);

    const visible = new Map((await truth(playing)).map(({ id, title }) => [id, title]));
    const beyond = await find(`q=${playing.word}&page=2`); // nothing is shown there: only counts could betray
    const { total, offers, facets } = await find(`q=${playing.word}`);
    expect(offers.filter(({ id, title }) => visible.get(id) !== title)).toEqual([]);
    expect(beyond.total).toBe(offers.length);
    expect([total, facets.contract.reduce((sum, { count }) => sum + count, 0)]).toEqual([offers.length, offers.length]);
  }
  await quiet();

  const visible = await truth(playing);
  const idsFor = async (query: string): Promise<string[]> => {
    const { relaxed, offers } = await find(query);
    return relaxed ? [] : offers.map(({ id }) => id).sort();
  };
  expect(await idsFor(`q=${playing.word}`)).toEqual(visible.map(({ id }) => id));
  for (const stone of stones)
    expect(await idsFor(`q=${playing.word}+${stone}`)).toEqual(
      visible.filter(({ title }) => title.includes(stone)).map(({ id }) => id),
    );
};

describe("what search shows, while the index and the queue fail at random", () => {
  it.each(Array.from({ length: sequences }, (_, place) => firstSeed + place))(
    "is never more than the truth, and the truth itself once quiet (seed %i)",
    async (seed) => {
      await play(seed);
    },
    60_000,
  );
});
