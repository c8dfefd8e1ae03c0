import type { SettingFault } from "#server/platform/refused-settings.ts";

export type MailSettingFault = Extract<SettingFault, `mail-${string}`>;

/**
 * What became of one try to hand a mail over; only an answer of the relay makes it certain. `refuses-us`: nothing is
 * wrong with the mail, one of our settings is, and no text was given.
 */
export type HandOver =
  | { readonly result: "accepted" }
  | { readonly result: "refuses-us"; readonly fault: MailSettingFault; readonly why: string }
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
