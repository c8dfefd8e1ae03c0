import { sayReasons } from "#client/matching/say-reasons.ts";
import type { AccompaniedFacts, AccompaniedLine, AskingFacts } from "#client/positionings/accompaniment-facts.ts";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, atLeast } from "#server/platform/filter.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { toMatchCv, toMatchOffer } from "#shared/matching/project.ts";
import { conditionsAgainst, scoreMatch } from "#shared/matching/score-match.ts";
import type { Accompaniment } from "#shared/positionings/accompaniment.ts";
import { isUnderWay } from "#shared/positionings/positioning-board.ts";
import { AccompanimentModel, toAccompaniment } from "./accompaniment-model.ts";
import { findAccompanied } from "./accompany.ts";
import { namesOf, offersOf } from "./describe-cards.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

/** The people who said yes, and where each stands; a request without an answer shows nothing of its address. */
export const readAccompanied = async (actor: Member): Promise<AccompaniedLine[]> => {
  const found = await AccompanimentModel.find({ counsellorId: actor.accountId, status: "accepted" })
    .sort({ statusAt: -1 })
    .limit(500)
    .lean();
  const all = found.map(toAccompaniment);
  const accountIds = all.map(({ accountId }) => accountId);
  const [names, cvs, positionings] = await Promise.all([
    namesOf(accountIds),
    CvModel.find({ accountId: anyOf(accountIds), status: "active" }, { accountId: 1 }).lean(),
    PositioningModel.find({ accountId: anyOf(accountIds) }, { accountId: 1, status: 1 }).lean(),
  ]);
  const withCv = new Set(cvs.map(({ accountId }) => accountId.toHexString()));
  return all.flatMap(({ id, accountId }) => {
    const person = names.get(accountId);
    if (!person) return [];
    const own = positionings.filter((one) => one.accountId.toHexString() === accountId);
    return {
      id,
      name: `${person.firstName} ${person.lastName}`,
      hasCv: withCv.has(accountId),
      underWay: own.filter((one) => isUnderWay(one.status) || one.status === "suggested").length,
    };
  });
};

/** Offers shown to a counsellor for one person. */
const shownOffers = 8;

/** One person: CV, offers that fit, and what happens with those they are on. */
export const readAccompaniedPerson = async (actor: Member, id: string): Promise<AccompaniedFacts> => {
  const accompaniment = await findAccompanied(actor, id);
  const { accountId } = accompaniment;
  const [person, document, own] = await Promise.all([
    AccountModel.findById(accountId).orFail().lean(),
    CvModel.findOne({ accountId, status: "active" }).lean(),
    PositioningModel.find({ accountId }).sort({ statusAt: -1 }).limit(50).lean(),
  ]);
  const cv = document && toCv(document);
  const positionings = own.map(toPositioning);
  const titles = await offersOf(positionings.map(({ offerId }) => offerId));
  const taken = new Set(positionings.map(({ offerId }) => offerId));
  return {
    id,
    since: accompaniment.statusAt,
    name: `${person.firstName} ${person.lastName}`,
    phone: person.phone,
    email: person.email,
    cv,
    offers: cv && cv.visibility !== "hidden" ? await fittingExclusive(cv, taken) : [],
    positionings: positionings.map(({ id: positioningId, offerId, status, statusAt }) => ({
      id: positioningId,
      title: titles.get(offerId)?.title ?? "Offre effacée",
      status,
      statusAt,
    })),
  };
};

/** The open exclusive offers whose conditions the person meets, best first; never of a company they shut out. */
const fittingExclusive = async (cv: Cv, taken: ReadonlySet<string>): Promise<AccompaniedFacts["offers"]> => {
  const open = await OfferModel.find({ exclusive: true, status: "published", expiresOn: atLeast(today()) })
    .sort({ createdAt: -1 })
    .limit(500)
    .lean();
  return open
    .map(toOffer)
    .filter(({ id, companyId }) => !taken.has(id) && !cv.blockedCompanyIds.includes(companyId))
    .filter((offer) => conditionsAgainst(toMatchCv(cv), toMatchOffer(offer)).length === 0)
    .map((offer) => ({ offer, match: scoreMatch(toMatchCv(cv), toMatchOffer(offer), { today: today() }) }))
    .filter(({ match }) => match.level !== "toCheck")
    .sort((one, other) => other.match.score - one.match.score)
    .slice(0, shownOffers)
    .map(({ offer, match }) => ({
      id: offer.id,
      title: offer.title,
      place: offer.commune.name,
      level: match.level,
      reasons: sayReasons(match.reasons, "officer"),
    }));
};

/** What a request tells the person: who asks. */
export const describeAsking = async (accompaniments: readonly Accompaniment[]): Promise<AskingFacts[]> => {
  const names = await namesOf(accompaniments.map(({ counsellorId }) => counsellorId));
  return accompaniments.flatMap(({ id, counsellorId, status, statusAt }) => {
    const counsellor = names.get(counsellorId);
    return counsellor ? { id, status, statusAt, name: `${counsellor.firstName} ${counsellor.lastName}` } : [];
  });
};

/** Who accompanies this person, and who asks to. */
export const readMyAccompaniments = async (actor: Member): Promise<AskingFacts[]> => {
  const found = await AccompanimentModel.find({ accountId: actor.accountId }).sort({ statusAt: -1 }).lean();
  return describeAsking(found.map(toAccompaniment));
};
