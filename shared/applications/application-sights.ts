import type { Day } from "#shared/kernel/calendar.ts";
import type { Application } from "./application.ts";

/** The offer beside an application, as whoever reads it may know it. */
export type AppliedOffer = {
  readonly reference: number;
  readonly title: string;
  readonly communeName: string;
  /** Null when the employer does not show its name. */
  readonly employer: string | null;
  readonly address: string;
};

type Common = Pick<
  Application,
  "id" | "status" | "steps" | "message" | "answerText" | "refusalReason" | "interviewAt" | "nextDeadline"
> & { readonly sentOn: Day; readonly offer: AppliedOffer };

/** What candidates see of their own applications. */
export type MyApplication = Common & { readonly nudge: Nudge };

/** One nudge, from that day on; given, or too late. */
export type Nudge =
  | { readonly state: "now" }
  | { readonly state: "from"; readonly on: Day }
  | { readonly state: "done"; readonly on: Day }
  | { readonly state: "no" };

/** What a company sees of an application it received: applying gives one's name. */
export type ReceivedApplication = Common & { readonly firstName: string; readonly lastName: string };

/** How to reach the person, shown once their application is read. */
export type Applicant = { readonly email: string; readonly phone: string | null };
