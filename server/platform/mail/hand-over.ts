import type { SettingFault } from "#server/platform/refused-settings.ts";
import type { DispatchReason } from "#shared/messages/dispatch-reasons.ts";

export type MailSettingFault = Extract<SettingFault, `mail-${string}`>;

/**
 * What became of one try to hand a mail over; only an answer of the relay makes it certain. `refuses-us` and `away`
 * say nothing of the mail and no text was given: one of our settings is refused, or the relay is not reached, or
 * takes nothing from anybody for now.
 */
export type HandOver =
  | { readonly result: "accepted" }
  | { readonly result: "refuses-us" | "away"; readonly fault: MailSettingFault; readonly why: string }
  | { readonly result: "refused-for-good"; readonly reason: RefusalReason; readonly why: string }
  | { readonly result: "refused-for-now" | "in-doubt"; readonly why: string };

/** What of a mail no try will mend. */
export type RefusalReason = Extract<
  DispatchReason,
  "address-refused" | "text-refused" | "sender-refused" | "unwritable"
>;

/** A mail ready to leave: `raw` is the whole message, headers included. */
export type ComposedMail = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
};

/** Called when the relay is ready for the text, and before its first byte; when it throws, nothing is given. */
export type BeforeText = () => Promise<void>;
