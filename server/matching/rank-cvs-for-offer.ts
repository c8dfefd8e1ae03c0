import { type CvDocument, CvModel } from "#server/cvs/cv-model.ts";
import { matchableCvs } from "#server/cvs/cv-visibility.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Match, Reason, SetAside } from "#shared/matching/match.ts";
import { toMatchOffer } from "#shared/matching/project.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { liveCvTable } from "./cv-table.ts";

export type RankedCv = {
  readonly cvId: string;
  readonly accountId: string;
  readonly communeName: string;
  readonly match: Match;
  readonly reasons: readonly Reason[];
};

/** `total` counts everyone who fits; `setAside`, those whom a condition stops, each under its first one. */
export type CvRanking = {
  readonly ranked: readonly RankedCv[];
  readonly setAside: readonly SetAside[];
  readonly total: number;
  readonly weightsVersion: number;
};

/** The people who may be proposed for an offer (public or exclusive), best first; each is re-read in MongoDB. */
export const rankCvsForOffer = async (offer: Offer, { limit }: { limit: number }): Promise<CvRanking> => {
  const table = await liveCvTable.upToDate();
  const ranking = table.rankFor(toMatchOffer(offer), { limit, today: today() });
  const owners = await ownersOf(ranking.matches.map(({ cvId }) => cvId));
  const ranked = ranking.matches.flatMap((match) => {
    const owner = owners.get(match.cvId);
    return owner === undefined ? [] : [{ cvId: match.cvId, ...owner, match, reasons: match.reasons }];
  });
  return { ranked, setAside: ranking.setAside, total: ranking.total, weightsVersion: ranking.weightsVersion };
};

/** Only CVs that may be used at this instant have an owner here. */
const ownersOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, Owner>> => {
  const wanted = { accountId: 1, "commune.name": 1 } as const;
  const documents = await CvModel.find({ _id: anyOf(ids), ...matchableCvs() }, wanted).lean<OwnedCv[]>();
  return new Map(
    documents.map(({ _id, accountId, commune }) => [
      _id.toHexString(),
      { accountId: accountId.toHexString(), communeName: commune.name },
    ]),
  );
};

type Owner = Pick<RankedCv, "accountId" | "communeName">;
type OwnedCv = Pick<CvDocument, "_id" | "accountId" | "commune">;
