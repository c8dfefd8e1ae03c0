import type { FitLevel, SaidReason } from "#client/design/reasons.tsx";
import type { Cv } from "#shared/cvs/cv.ts";
import type { AccompanimentStatus } from "#shared/positionings/accompaniment.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

/** One line of a counsellor's list. */
export type AccompaniedLine = {
  readonly id: string;
  readonly name: string;
  readonly hasCv: boolean;
  /** Offers on which the person is suggested or under way. */
  readonly underWay: number;
};

export type AccompaniedFacts = {
  readonly id: string;
  readonly since: string;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string;
  readonly cv: Cv | null;
  readonly offers: readonly {
    readonly id: string;
    readonly title: string;
    readonly place: string;
    readonly level: FitLevel;
    readonly reasons: readonly SaidReason[];
  }[];
  readonly positionings: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: PositioningStatus;
    readonly statusAt: string;
  }[];
};

/** A counsellor, as the person sees them. */
export type AskingFacts = {
  readonly id: string;
  readonly status: AccompanimentStatus;
  readonly statusAt: string;
  readonly name: string;
};
