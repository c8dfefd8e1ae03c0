/** Who sends the mails: the product, or one of two workers that anybody would write first. */
export type Manner = "product" | "sends-then-marks" | "marks-then-sends";

/** The writes of a dispatch: taking it, noting that the text leaves, noting what became of it. */
export const storeSteps = ["claim", "mark", "settle"] as const;
export type StoreStep = (typeof storeSteps)[number];

/** What a worker is told: the hour it is, and the write it dies at, if any. */
export type Order = {
  readonly at: number;
  readonly die: { readonly step: StoreStep; readonly nth: number; readonly afterMs: number } | null;
};
