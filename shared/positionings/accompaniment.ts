import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";

/** "asked" waits for the person's word; only "accepted" opens anything. A "refused" is an answer, not a delay. */
export const accompanimentStatuses = ["asked", "accepted", "refused", "ended"] as const;
export type AccompanimentStatus = (typeof accompanimentStatuses)[number];

/** A counsellor (référent) accompanies a person, who agreed to it and may end it in one press. */
export const Accompaniment = z.object({
  id: Id,
  accountId: Id,
  counsellorId: Id,
  status: z.enum(accompanimentStatuses),
  askedAt: z.iso.datetime(),
  /** Since when it is in this state. */
  statusAt: z.iso.datetime(),
});
export type Accompaniment = z.infer<typeof Accompaniment>;

export const accompanimentAnswers = ["yes", "no", "end"] as const;
export type AccompanimentAnswer = (typeof accompanimentAnswers)[number];

/** What the person's answer makes of it, from where it stands; anything else is refused. */
export const afterAnswer = (from: AccompanimentStatus, answer: AccompanimentAnswer): AccompanimentStatus | null => {
  if (answer === "end") return from === "accepted" ? "ended" : null;
  if (from !== "asked") return null;
  return answer === "yes" ? "accepted" : "refused";
};
