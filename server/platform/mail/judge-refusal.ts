import type { SettingFault } from "#server/platform/refused-settings.ts";
import type { HandOver, MailSettingFault, RefusalReason } from "./hand-over.ts";
import type { SmtpError } from "./smtp-session.ts";

/** The relay is not there, or takes nothing from anybody for now. */
export const absences = ["mail-away", "mail-closed"] as const satisfies readonly SettingFault[];

export const mailFaults = [
  ...absences,
  "mail-password",
  "mail-password-missing",
  "mail-encryption",
  "mail-sender",
] as const satisfies readonly SettingFault[];

/** What a refusal for good speaks of; before these verbs, it is our own account or the relay that is at fault. */
const refusedBy: readonly (readonly [RegExp, RefusalReason])[] = [
  [/^MAIL FROM/, "sender-refused"],
  [/^RCPT TO/, "address-refused"],
  [/^DATA/, "text-refused"],
];

/** Bad sequence: we were out of step, the mail is as good as before. */
const outOfStep = 503;

/** How far the talk had come: nothing of this mail was said; something was; its final dot may have left. */
export type Said = "nothing" | "something" | "perhaps-all";

/** A reply decides. Without one, everything hangs on whether the final dot may have left. */
export const judge = (error: SmtpError, said: Said): HandOver => {
  const why = [error.code, error.command, error.responseCode ?? "no reply"].join(" ");
  const { responseCode = 0, command = "" } = error;
  const fault = faultOf(error);
  if (fault !== null && said !== "perhaps-all") return { result: "refuses-us", fault, why };
  if (said === "nothing" || isForEverybody(error))
    return { result: "away", fault: responseCode === 0 ? "mail-away" : "mail-closed", why };
  const reason = refusedBy.find(([verb]) => verb.test(command))?.[1];
  if (reason && responseCode >= 500 && responseCode !== outOfStep) return { result: "refused-for-good", reason, why };
  if (responseCode >= 400) return { result: "refused-for-now", why };
  return { result: said === "perhaps-all" ? "in-doubt" : "refused-for-now", why };
};

/** Later, said to our sender's address, which is that of every mail: a relay that is full, or that counts our mails. */
const isForEverybody = ({ responseCode = 0, command = "" }: SmtpError): boolean =>
  responseCode >= 400 && responseCode < 500 && command.startsWith("MAIL FROM");

/** What the relay has against us rather than against a mail (RFC 4954, 3207). */
const faultOf = (error: SmtpError): MailSettingFault | null => {
  const { code = "", command = "", responseCode = 0, response = "" } = error;
  if (code === "ETLS" || (code === "ESOCKET" && encryptionFailed.test(error.message))) return "mail-encryption";
  if (code === "EAUTH" && (responseCode === 0 || responseCode >= 500)) return "mail-password";
  if (responseCode === 535) return "mail-password";
  if (responseCode === 530) return /STARTTLS|encrypt/i.test(response) ? "mail-encryption" : "mail-password-missing";
  return responseCode >= 500 && /^(MAIL FROM|RCPT TO)/.test(command) ? saidInWords(response) : null;
};

/** A certificate that is not trusted, or smtps:// to a port that speaks in clear: only OpenSSL's words tell them apart. */
const encryptionFailed = /certificate|altnames|SSL routines/i;

/** Postfix waits until RCPT by default, and answers 554 or 553 with words; others have an enhanced code (RFC 3463). */
const saidInWords = (response: string): MailSettingFault | null => {
  if (senderRefused.test(response)) return "mail-sender";
  return relayingRefused.test(response) ? "mail-password-missing" : null;
};

const senderRefused = /\b5\.1\.[78]\b|sender address rejected|not owned by user|not allowed to send as/i;
const relayingRefused = /\b5\.7\.5[47]\b|relay(ing)?( access)? (is )?(denied|not (permitted|allowed))|unable to relay/i;
