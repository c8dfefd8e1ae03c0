import { saySetAside, whySetAside } from "#client/matching/match-words.ts";
import { sayReasons } from "#client/matching/say-reasons.ts";
import type { Candidate } from "#client/positionings/candidates-table.tsx";
import { shortName, statusLabels } from "#client/positionings/positioning-words.ts";
import type { RankingFacts, SetAsidePeople } from "#client/positionings/ranking-page.tsx";
import { CvModel } from "#server/cvs/cv-model.ts";
import { type CvRanking, rankCvsForOffer } from "#server/matching/rank-cvs-for-offer.ts";
import { findExclusiveOffer } from "#server/offers/exclusive-find.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { SetAside } from "#shared/matching/match.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isOpen } from "#shared/offers/offer-life.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { isUnderWay } from "#shared/positionings/positioning-board.ts";
import { type Around, cardsFrom, elsewhereOf, moment, namesOf, offersOf } from "./describe-cards.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { newsOf, readCompanyPanel, readStrongMatches } from "./read-ranking-asides.ts";

const mostShown = 200;

/** The ranking page of one exclusive offer, read anew: nothing of it is kept. */
export const readRanking = async (
  offerId: string,
  { nombre, ecartes }: { nombre: number; ecartes: string },
): Promise<RankingFacts> => {
  const offer = await findExclusiveOffer(offerId);
  const [ranking, here, company, strong] = await Promise.all([
    rankCvsForOffer(offer, { limit: nombre }),
    PositioningModel.find({ offerId }).sort({ statusAt: 1 }).lean(),
    readCompanyPanel(offer.companyId),
    readStrongMatches(offerId),
  ]);
  const positionings = here.map(toPositioning);
  const around = await aroundOf(offer, [...ranking.ranked, ...positionings, ...strong.last]);
  const recorder = around.people.get(offer.createdBy);
  return {
    offer,
    recordedBy: recorder ? shortName(recorder) : null,
    open: isOpen(offer, today()),
    total: ranking.total,
    weightsVersion: ranking.weightsVersion,
    candidates: candidatesOf(ranking, positionings, around),
    more: ranking.total > nombre && nombre < mostShown ? `?nombre=${Math.min(nombre + 30, mostShown)}` : null,
    setAsideWords: saySetAside(ranking.setAside),
    setAside: ecartes === "oui" ? await setAsideOf(ranking.setAside) : null,
    shortList: cardsFrom(positionings, around),
    company,
    news: newsOf(offer, { positionings, found: strong.last, people: around.people }),
    strongWaiting: strong.waiting,
    at: moment(),
  };
};

/** The names and the other offers of everyone on the page, read once. */
const aroundOf = async (offer: Offer, people: readonly { readonly accountId: string }[]): Promise<Around> => {
  const accountIds = people.map(({ accountId }) => accountId);
  const [names, elsewhere] = await Promise.all([namesOf([offer.createdBy, ...accountIds]), elsewhereOf(accountIds)]);
  const others = await offersOf(elsewhere.map(({ offerId }) => offerId).filter((id) => id !== offer.id));
  return { people: names, elsewhere, offers: new Map([...others, [offer.id, offer]]) };
};

const candidatesOf = (
  ranking: CvRanking,
  here: readonly Positioning[],
  { people, elsewhere, offers }: Around,
): Candidate[] =>
  ranking.ranked.flatMap(({ cvId, accountId, communeName, match, reasons }) => {
    const person = people.get(accountId);
    if (!person) return [];
    const mine = here.find((one) => one.accountId === accountId);
    const other = elsewhere.find((one) => one.accountId === accountId && one.id !== mine?.id);
    const offer = other && offers.get(other.offerId);
    const km = reasons.find(({ code }) => code === "distance")?.facts;
    return {
      cvId,
      ...person,
      communeName,
      km: km && "km" in km ? km.km : null,
      level: match.level,
      reasons: sayReasons(reasons, "officer"),
      situation: situationOf(mine, other, offer ? `${offer.title}, ${offer.companyName}` : ""),
    };
  });

const situationOf = (
  mine: Positioning | undefined,
  other: Positioning | undefined,
  what: string,
): Candidate["situation"] => {
  if (mine && (isUnderWay(mine.status) || !askedAgain.has(mine.status)))
    return { kind: "here", positioningId: mine.id, words: statusLabels[mine.status].toLowerCase() };
  return other ? { kind: "elsewhere", on: dayOf(new Date(other.createdAt)), what } : { kind: "free" };
};

/** Out, and yet may be proposed again. */
const askedAgain: ReadonlySet<string> = new Set(["suggested", "pool", "noAnswer"]);

const setAsideOf = async (setAside: readonly SetAside[]): Promise<SetAsidePeople[]> => {
  const cvs = await CvModel.find({ _id: anyOf(setAside.flatMap(({ ids }) => ids)) }, { accountId: 1 }).lean();
  const owners = new Map(cvs.map(({ _id, accountId }) => [_id.toHexString(), accountId.toHexString()]));
  const people = await namesOf([...owners.values()]);
  return setAside.map((one) => ({
    why: `${one.count} ${whySetAside(one)}`,
    count: one.count,
    names: one.ids.flatMap((id) => {
      const person = people.get(owners.get(id) ?? "");
      return person ? [shortName(person)] : [];
    }),
  }));
};
