import { AccountModel } from "#server/accounts/account-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { within } from "#server/platform/filter.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import type { Fact } from "#shared/statistics/fact.ts";
import type { Indicator } from "#shared/statistics/indicators.ts";
import { fact, type Instants, instantsOf, piecesOf, type Reader } from "./reading.ts";

type Counted = {
  readonly indicator: Indicator;
  readonly count: (instants: Instants) => PromiseLike<number>;
};

/** Counted in an index, a piece of the span at a time: nobody is read. */
const counted: readonly Counted[] = [
  { indicator: "users", count: (span) => AccountModel.countDocuments({ role: "candidate", createdAt: within(span) }) },
  {
    indicator: "recruiters",
    count: (span) => AccountModel.countDocuments({ role: "employer", createdAt: within(span) }),
  },
  { indicator: "cvs", count: (span) => CvModel.countDocuments({ createdAt: within(span) }) },
  { indicator: "applications", count: (span) => ApplicationModel.countDocuments({ createdAt: within(span) }) },
  { indicator: "alerts", count: (span) => AlertModel.countDocuments({ createdAt: within(span) }) },
  {
    indicator: "alertMails",
    count: (span) => DispatchModel.countDocuments({ kind: "alert-digest", sentAt: within(span) }),
  },
];

/** The public's use of the site. One indicator after the other, so that the store serves others between two. */
export const serviceFacts: Reader = async (_span, period) => {
  const pieces = piecesOf(period);
  const found: Fact[] = [];
  for (const { indicator, count } of counted) {
    const counts = await Promise.all(pieces.map((piece) => count(instantsOf(piece))));
    found.push(
      ...pieces.flatMap(({ from }, at) => {
        const weight = counts[at] ?? 0;
        return weight === 0 ? [] : [fact({ indicator, day: from, key: `${indicator} ${from}`, weight })];
      }),
    );
  }
  return found;
};
