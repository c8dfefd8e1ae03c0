import type { SettingFault } from "#server/platform/refused-settings.ts";
import type { HandOver, MailSettingFault } from "./hand-over.ts";
import type { SmtpError } from "./smtp-session.ts";

export const mailFaults = [
  "mail-password",
  "mail-password-missing",
  "mail-encryption",
  "mail-sender",
] as const satisfies readonly SettingFault[];

/** Verbs whose refusal speaks of this mail; before them, it is our own account or the relay that is at fault. */
const mailVerbs = /^(MAIL FROM|RCPT TO|DATA)/;

/** Bad sequence: we were out of step, the mail is as good as before. */
const outOfStep = 503;

/** A reply decides. Without one, everything hangs on whether the final dot may have left. */
export const judge = (error: SmtpError, dotMayHaveLeft: boolean): HandOver => {
  const why = [error.code, error.command, error.responseCode ?? "no reply"].join(" ");
  const { responseCode = 0, command = "" } = error;
  const fault = faultOf(error);
  if (fault !== null && !dotMayHaveLeft) return { result: "refuses-us", fault, why };
  if (responseCode >= 500 && mailVerbs.test(command) && responseCode !== outOfStep)
    return { result: "refused-for-good", why };
  if (responseCode >= 400) return { result: "refused-for-now", why };
  return { result: dotMayHaveLeft ? "in-doubt" : "refused-for-now", why };
};

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
