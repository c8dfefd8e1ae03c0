/** What a worker is told: the hour it is, and the write it dies at, if any: at once, or so many milliseconds later. */
export type InstantOrder = {
  readonly at: number;
  readonly die: { readonly nth: number; readonly afterMs: number } | null;
};
