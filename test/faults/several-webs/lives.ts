import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { isPublic } from "#shared/offers/offer-life.ts";
import { drawer } from "#test/bench/search-offers-corpus.ts";
import { typedOffer } from "#test/offers/an-offer.ts";
import { aFormKey, givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { asks } from "#test/support/people.ts";
import type { TwoWebs } from "./two-webs.ts";

type Web = TwoWebs["a"];
type Line = { readonly id: string; readonly title: string };
export type Played = {
  readonly acts: number;
  /** What one process showed after the other had answered that it was hidden or renamed. */
  readonly shown: readonly string[];
  readonly found: (web: Web) => Promise<readonly Line[][]>;
  readonly truth: () => Promise<readonly Line[][]>;
};

type Player = { readonly recruiter: Recruiter; readonly word: string; readonly ids: string[] };

const most = 12;
const words = ["obsidienne", "malachite", "zircon"] as const;

/** Three employers at once, each act through one process drawn by lot, then a look through the other. */
export const playLives = async (site: TwoWebs, forMs: number): Promise<Played> => {
  const players = await Promise.all(
    words.map(async (word): Promise<Player> => ({ recruiter: await givenRecruiter(), word, ids: [] })),
  );
  const until = performance.now() + forMs;
  const led = await Promise.all(players.map((player, at) => lead(site, { player, until, draw: drawer(at + 1) })));
  return {
    acts: led.reduce((sum, { acts }) => sum + acts, 0),
    shown: led.flatMap(({ shown }) => shown),
    found: (web) => Promise.all(players.map(({ word }) => find(web, word))),
    truth: () => Promise.all(players.map(truth)),
  };
};

type Life = { readonly player: Player; readonly until: number; readonly draw: () => number };

const lead = async ({ a, b }: TwoWebs, { player, until, draw }: Life): Promise<{ acts: number; shown: string[] }> => {
  const shown: string[] = [];
  let acts = 0;
  while (performance.now() < until) {
    const [web, other] = draw() < 0.5 ? [a, b] : [b, a];
    await act(web, player, draw);
    acts += 1;
    // This employer does nothing meanwhile: what the other process shows must be in the store as it is.
    const real = new Map((await truth(player)).map(({ id, title }) => [id, title]));
    const wrong = (await find(other, player.word)).filter(({ id, title }) => real.get(id) !== title);
    shown.push(...wrong.map(({ title }) => title));
  }
  return { acts, shown };
};

const act = async (web: Web, { recruiter, word, ids }: Player, draw: () => number): Promise<void> => {
  const id = ids[Math.floor(draw() * ids.length)];
  const title = `Gardien de ${word} ${Math.floor(draw() * 1_000)} F/H`;
  const luck = draw();
  const file = "/employeur/offres";
  if (id === undefined || (luck < 0.25 && ids.length < most)) {
    const formKey = aFormKey();
    await asks(web, recruiter).post(`${file}/nouvelle`, { ...typedOffer, title, formKey });
    await asks(web, recruiter).post(`${file}/${formKey}/publication`);
    ids.push(formKey);
  } else if (luck < 0.5) {
    const version = (await OfferModel.findById(id).lean())?.version ?? 1;
    await asks(web, recruiter).post(`${file}/${id}/modifier`, { ...typedOffer, title, version: String(version) });
  } else if (luck < 0.75) await asks(web, recruiter).post(`${file}/${id}/publication`);
  else await asks(web, recruiter).post(`${file}/${id}/suspension`);
};

const byId = (one: Line, other: Line): number => (one.id < other.id ? -1 : 1);

const find = async (web: Web, word: string): Promise<Line[]> => {
  const { body } = await asks(web).getJson(`/api/v1/offers?q=${word}&exact=true`);
  const lines: Line[] = body.relaxed ? [] : body.offers.map(({ id, title }: Line) => ({ id, title }));
  return lines.sort(byId);
};

const truth = async ({ recruiter }: Player): Promise<Line[]> =>
  (await OfferModel.find({ companyId: recruiter.companyId }).lean())
    .map(toOffer)
    .filter((offer) => isPublic(offer, today()))
    .map(({ id, title }) => ({ id, title }))
    .sort(byId);
