import type { ApplicationStatus } from "./application.ts";

/** What an employer may answer, as the address of its page says it. */
export const answers = ["entretien", "accord", "refus"] as const;
export type Answer = (typeof answers)[number];

export const statusOfAnswer = {
  entretien: "interview",
  accord: "accepted",
  refus: "refused",
} as const satisfies Record<Answer, ApplicationStatus>;
