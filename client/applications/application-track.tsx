import type { VNode } from "preact";
import { Track, type TrackStep } from "#client/design/reasons.tsx";
import { sayDay, sayMoment, sayShortDay } from "#client/kernel/say.tsx";
import type { ApplicationStatus } from "#shared/applications/application.ts";
import { lapsesOn } from "#shared/applications/application-deadline.ts";
import type { MyApplication } from "#shared/applications/application-sights.ts";
import { isOpenApplication } from "#shared/applications/application-transitions.ts";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { myStatusLabels } from "./application-words.ts";

type Tracked = Pick<MyApplication, "status" | "steps" | "sentOn" | "interviewAt" | "nextDeadline">;

/** Where an application stands, each step with its date. */
export const ApplicationTrack = ({ application }: { application: Tracked }): VNode => (
  <Track steps={[sentStep, readStep, interviewStep, answerStep].flatMap((step) => step(application))} />
);

/** What happens next if nobody moves, and when; null once it is over. */
export const sayDeadline = ({ status, nextDeadline, sentOn }: Tracked, today: Day): string | null => {
  if (nextDeadline === null) return null;
  const reminded = status === "new" && nextDeadline < lapsesOn(sentOn);
  return `Réponse attendue avant le ${sayDay(nextDeadline, today)}. ${
    reminded ? "Sans nouvelle, nous relançons l’employeur." : "Sans réponse, la candidature se ferme ce jour-là."
  }`;
};

/** "jeudi 3 décembre, 9 h", or that the day is still to be fixed. */
export const sayInterview = (interviewAt: string | null, today: Day): string =>
  interviewAt === null ? "Le jour est à fixer avec l’employeur." : sayMoment(interviewAt, today);

const sentStep = ({ status, sentOn }: Tracked): TrackStep[] => [
  { label: "Envoyée", detail: sayShortDay(sentOn), state: status === "new" ? "now" : "done" },
];

const readStep = (application: Tracked): TrackStep[] => {
  const on = dayOfStep(application, ["seen", "interview", "accepted", "refused"], "first");
  if (on === null) return isOpenApplication(application.status) ? [{ label: "Lue", state: "next" }] : [];
  return [{ label: "Lue", detail: sayShortDay(on), state: application.status === "seen" ? "now" : "done" }];
};

const interviewStep = (application: Tracked): TrackStep[] => {
  const proposedOn = dayOfStep(application, ["interview"], "last");
  if (proposedOn === null) return isOpenApplication(application.status) ? [{ label: "Entretien", state: "next" }] : [];
  const on = application.interviewAt === null ? proposedOn : dayOf(new Date(application.interviewAt));
  const state = application.status === "interview" ? "now" : "done";
  return [{ label: "Entretien", detail: sayShortDay(on), state }];
};

const answerStep = (application: Tracked): TrackStep[] => {
  const { status, nextDeadline } = application;
  if (isOpenApplication(status))
    return [
      { label: "Réponse", detail: nextDeadline ? `avant le ${sayShortDay(nextDeadline)}` : undefined, state: "next" },
    ];
  const on = dayOfStep(application, [status], "last");
  return [{ label: myStatusLabels[status], detail: on ? sayShortDay(on) : undefined, state: "done" }];
};

const dayOfStep = ({ steps }: Tracked, statuses: readonly ApplicationStatus[], which: "first" | "last"): Day | null => {
  const found = steps.filter(({ status }) => statuses.includes(status));
  const step = which === "first" ? found[0] : found.at(-1);
  return step ? dayOf(new Date(step.at)) : null;
};
