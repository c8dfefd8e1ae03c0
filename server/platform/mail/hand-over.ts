/** What became of one try to hand a mail over; only an answer of the relay makes it certain. */
export type HandOver =
  | { readonly result: "accepted" }
  | { readonly result: "refused-for-now" | "refused-for-good" | "in-doubt"; readonly why: string };

/** A mail ready to leave: `raw` is the whole message, headers included. */
export type ComposedMail = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
};

/** Called when the relay is ready for the text, and before its first byte; when it throws, nothing is given. */
export type BeforeText = () => Promise<void>;
