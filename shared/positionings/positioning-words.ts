export const positioningStatuses = [
  "suggested",
  "proposed",
  "consented",
  "declined",
  "submitted",
  "seen",
  "interviewPlanned",
  "interviewed",
  "absent",
  "selected",
  "hired",
  "inPostM1",
  "inPostM3",
  "inPostM6",
  "endedEarly",
  "refused",
  "withdrawn",
  "pool",
  "noAnswer",
  "placedElsewhere",
] as const;
export type PositioningStatus = (typeof positioningStatuses)[number];

/** The call at twelve months is planned only for whom a collective action asks it. */
export const followUpKinds = ["M1", "M3", "M6", "M12"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const followUpResults = ["inPost", "endedEarly", "unreachable"] as const;
export type FollowUpResult = (typeof followUpResults)[number];

/** "très bien, bien, possible, à regarder". */
export const matchLevels = ["veryGood", "good", "possible", "toCheck"] as const;
export type MatchLevel = (typeof matchLevels)[number];
