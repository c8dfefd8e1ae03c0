import { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import type { CvDocument } from "#server/cvs/cv-model.ts";
import type { ActionDocument, ParticipationDocument } from "#server/events/actions/action-model.ts";
import { today } from "#server/platform/clock.ts";
import type { ActionKind, Outcome } from "#shared/events/actions/collective-action.ts";
import { addDays, addMonths } from "#shared/kernel/calendar.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Chance } from "./chance.ts";
import { daysAgo } from "./demo-companies.ts";

type Given = {
  readonly cvs: readonly CvDocument[];
  readonly companies: readonly CompanyDocument[];
  readonly officerId: Types.ObjectId;
  readonly town: Commune;
};

type PastGroup = { readonly action: ActionDocument; readonly people: readonly ParticipationDocument[] };

/** Collective actions of the year that are over, with who came and what became of them. */
export const pastGroups = (luck: Chance, given: Given): PastGroup[] => past.map((one) => groupOf(luck, one, given));

type Past = { readonly kind: ActionKind; readonly title: string; readonly days: number; readonly people: number };

const past: readonly Past[] = [
  { kind: "keys", title: "Clés de l’emploi, métiers du bâtiment", days: 330, people: 12 },
  { kind: "pass", title: "Pass pour l’emploi, premier groupe", days: 255, people: 14 },
  { kind: "workshop", title: "Atelier CV du printemps", days: 190, people: 13 },
  { kind: "keys", title: "Clés de l’emploi, hôtellerie et restauration", days: 130, people: 12 },
];

const outcomes: readonly Outcome[] = [
  "permanent",
  "searching",
  "longFixedTerm",
  "shortFixedTerm",
  "searching",
  "training",
  "temporaryWork",
  "unknown",
];

const groupOf = (luck: Chance, one: Past, { cvs, officerId, town, companies }: Given): PastGroup => {
  const steps = [0, 14, 28].map((after, at) => ({
    id: new Types.ObjectId(),
    kind: (["informationMeeting", "cvWorkshop", "interviewTraining"] as const)[at] ?? "other",
    day: addDays(today(), after - one.days),
    place: "Salle de l’Essai",
  }));
  const lastDay = steps.at(-1)?.day ?? today();
  const commune = one.kind === "workshop" ? (companies[3]?.commune ?? town) : town;
  const begun = daysAgo(one.days + 20, 9);
  const action: ActionDocument = {
    _id: new Types.ObjectId(),
    kind: one.kind,
    title: one.title,
    commune,
    places: one.people,
    asksM12: false,
    beneficiaries: one.kind === "workshop" ? null : 6,
    steps: steps as never, // ids of parts: the stored type keeps `id` as the noun's text
    officerId,
    cancelledAt: null,
    version: 1,
    createdAt: begun,
    updatedAt: begun,
    effects: [],
  };
  const people = cvs.slice(150, 150 + one.people).map(({ accountId }, at): ParticipationDocument => {
    const outcome = outcomes[(at + one.people) % outcomes.length] ?? "unknown";
    const result = (moment: "end" | "M6", day: string) => ({
      moment,
      outcome,
      at: new Date(`${day}T09:00:00Z`),
      by: officerId,
    });
    return {
      _id: new Types.ObjectId(),
      actionId: action._id,
      accountId,
      proposedBy: officerId,
      reason: null,
      status: "accepted",
      statusAt: begun,
      acceptedAt: begun,
      toldPlace: true,
      attendance: steps.map(({ id }) => ({ stepId: id, was: luck.happens(0.85) ? "present" : "absent" })) as never,
      results: [
        result("end", lastDay),
        ...(addMonths(lastDay, 6) <= today() ? [result("M6", addMonths(lastDay, 6))] : []),
      ],
      updatedAt: daysAgo(20, 9),
      effects: [],
    };
  });
  return { action, people };
};
