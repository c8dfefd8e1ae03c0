import type { Reason } from "./match.ts";

/**
 * The few lines a card has room for: what sets aside, the occupation, what is required and the way there come
 * before what is only appreciated. Their order stays that of the whole list.
 */
export const keyReasons = (reasons: readonly Reason[], limit: number): readonly Reason[] => {
  const kept = new Set([...reasons].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, limit)); // sort is stable
  return reasons.filter((reason) => kept.has(reason));
};

const rankOf = (reason: Reason): number => {
  if (reason.code === "licence") return licenceRank(reason);
  if (reason.code === "skills" && reason.kind === "no") return reason.facts.required ? 5 : 8;
  if (reason.kind === "no" && reason.code !== "experience") return 0;
  return ranks[reason.code];
};

const licenceRank = ({ kind, facts }: Extract<Reason, { code: "licence" }>): number => {
  if (!facts.required) return 7;
  return kind === "no" ? 0 : 3;
};

const ranks: Readonly<Record<Exclude<Reason["code"], "licence">, number>> = {
  "wanted-occupation": 1,
  "practised-occupation": 1,
  "close-occupation": 1,
  "other-occupation": 1,
  experience: 2,
  "diploma-by-law": 0,
  distance: 4,
  remote: 4,
  skills: 6,
  schedule: 6,
  "beginners-welcome": 9,
  hours: 0,
  contract: 0,
  "available-later": 0,
};
