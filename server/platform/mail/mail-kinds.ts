export const mailKinds = [
  "sign-in-code",
  "welcome",
  "application-receipt",
  "application-received",
  "application-step",
  "contact-request",
  "contact-answer",
  "positioning-proposal",
  "positioning-step",
  "interview-feedback",
  "accompaniment-request",
  "action-news",
  "dating-registration",
  "dating-invitation",
  "alert-confirmation",
  "alert-digest",
  "offer-expiring",
  "offer-state",
  "company-state",
  "late-actions",
  "account-state",
  "retention-notice",
] as const;
export type MailKind = (typeof mailKinds)[number];

export const dispatchPolicies = ["atMostOnce", "atLeastOnce"] as const;
export type DispatchPolicy = (typeof dispatchPolicies)[number];

/**
 * What happens to a mail nobody knows to have arrived: sent once more under the same Message-ID, or never again.
 * A digest twice is spam and a digest missed is made good by the next one; a proposal missed is a job missed.
 */
export const mailPolicies = {
  "sign-in-code": "atLeastOnce",
  welcome: "atLeastOnce",
  "application-receipt": "atLeastOnce",
  "application-received": "atLeastOnce",
  "application-step": "atLeastOnce",
  "contact-request": "atLeastOnce",
  "contact-answer": "atLeastOnce",
  "positioning-proposal": "atLeastOnce",
  "positioning-step": "atLeastOnce",
  "interview-feedback": "atMostOnce",
  "accompaniment-request": "atMostOnce",
  "action-news": "atLeastOnce",
  "dating-registration": "atLeastOnce",
  "dating-invitation": "atMostOnce",
  "alert-confirmation": "atLeastOnce",
  "alert-digest": "atMostOnce",
  "offer-expiring": "atMostOnce",
  "offer-state": "atLeastOnce",
  "company-state": "atLeastOnce",
  "late-actions": "atMostOnce",
  "account-state": "atLeastOnce",
  "retention-notice": "atLeastOnce",
} as const satisfies Record<MailKind, DispatchPolicy>;

/** In minutes: what such a mail says is over then. */
const lives: Partial<Record<MailKind, number>> = { "sign-in-code": 10 };

/** When a mail of this kind serves nobody any more; null for those that no hour ends. */
export const endOfLife = (kind: MailKind, askedAt: Date): Date | null => {
  const minutes = lives[kind];
  return minutes === undefined ? null : new Date(askedAt.getTime() + minutes * 60_000);
};

/** Kinds whose text opens a door: it is cleared as soon as the mail is gone. */
export const secretKinds: readonly MailKind[] = ["sign-in-code"];
