/** The closed lists an offer chooses from. A CV wishes in the same words. */
export const contractTypes = [
  "cdi",
  "cdd",
  "interim",
  "seasonal",
  "apprenticeship",
  "internship",
  "pec",
  "clis",
  "shortMission",
] as const;
export type ContractType = (typeof contractTypes)[number];

export const schedules = ["day", "evening", "night", "weekend", "split", "shifts"] as const;
export type Schedule = (typeof schedules)[number];

export const payPeriods = ["hour", "month", "year"] as const;
export type PayPeriod = (typeof payPeriods)[number];

export const remoteShares = ["none", "partial", "full"] as const;
export type RemoteShare = (typeof remoteShares)[number];

export const offerStatuses = ["draft", "pending", "published", "suspended", "filled", "cancelled", "expired"] as const;
export type OfferStatus = (typeof offerStatuses)[number];

export const closingReasons = ["filledByUs", "filledOtherwise", "abandoned", "noApplication", "notQualified"] as const;
export type ClosingReason = (typeof closingReasons)[number];

export const requestChannels = ["online", "visit", "phone", "mail"] as const;
export type RequestChannel = (typeof requestChannels)[number];
