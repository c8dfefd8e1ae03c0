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
import { isOpen } from "#shared/offers/offer-life.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { isUnderWay } from "#shared/positionings/positioning-board.ts";
import { describeCards, elsewhereOf, moment, namesOf, offersOf } from "./describe-cards.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { readCompanyPanel, readNews } from "./read-ranking-asides.ts";
import { StrongMatchModel } from "./strong-match-model.ts";

const mostShown = 200;

/** The ranking page of one exclusive offer, read anew: nothing of it is kept. */
export const readRanking = async (
  offerId: string,
  { nombre, ecartes }: { nombre: number; ecartes: string },
): Promise<RankingFacts> => {
  const offer = await findExclusiveOffer(offerId);
  const [ranking, here, recorders, company, strongWaiting] = await Promise.all([
    rankCvsForOffer(offer, { limit: nombre }),
    PositioningModel.find({ offerId }).sort({ statusAt: 1 }).lean(),
    namesOf([offer.createdBy]),
    readCompanyPanel(offer.companyId),
    StrongMatchModel.countDocuments({ offerId, seenAt: null }),
  ]);
  const positionings = here.map(toPositioning);
  const recorder = recorders.get(offer.createdBy);
  return {
    offer,
    recordedBy: recorder ? shortName(recorder) : null,
    open: isOpen(offer, today()),
    total: ranking.total,
    weightsVersion: ranking.weightsVersion,
    candidates: await candidatesOf(ranking, positionings),
    more: ranking.total > nombre && nombre < mostShown ? `?nombre=${Math.min(nombre + 30, mostShown)}` : null,
    setAsideWords: saySetAside(ranking.setAside),
    setAside: ecartes === "oui" ? await setAsideOf(ranking.setAside) : null,
    shortList: await describeCards(positionings),
    company,
    news: await readNews(offer, positionings),
    strongWaiting,
    at: moment(),
  };
};

const candidatesOf = async (ranking: CvRanking, here: readonly Positioning[]): Promise<Candidate[]> => {
  const accountIds = ranking.ranked.map(({ accountId }) => accountId);
  const [people, elsewhere, communes] = await Promise.all([
    namesOf(accountIds),
    elsewhereOf(accountIds),
    communesOf(ranking.ranked.map(({ cvId }) => cvId)),
  ]);
  const offers = await offersOf(elsewhere.map(({ offerId }) => offerId));
  return ranking.ranked.flatMap(({ cvId, accountId, match, reasons }) => {
    const person = people.get(accountId);
    if (!person) return [];
    const mine = here.find((one) => one.accountId === accountId);
    const other = elsewhere.find((one) => one.accountId === accountId && one.id !== mine?.id);
    const offer = other && offers.get(other.offerId);
    const km = reasons.find(({ code }) => code === "distance")?.facts;
    return {
      cvId,
      ...person,
      communeName: communes.get(cvId) ?? "",
      km: km && "km" in km ? km.km : null,
      level: match.level,
      reasons: sayReasons(reasons, "officer"),
      situation: situationOf(mine, other, offer ? `${offer.title}, ${offer.companyName}` : ""),
    };
  });
};

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

const communesOf = async (cvIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const cvs = await CvModel.find({ _id: anyOf(cvIds) }, { commune: 1 }).lean();
  return new Map(cvs.map(({ _id, commune }) => [_id.toHexString(), commune.name]));
};

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
