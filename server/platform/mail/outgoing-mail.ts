import { z } from "zod";
import { Failure } from "#shared/kernel/failure.ts";
import { type MailKind, mailKinds } from "./mail-kinds.ts";

export type OutgoingMail = {
  /** Twice the same key is one mail, for ever: `application-receipt-<applicationId>`. Ids only, no address. */
  readonly dedupeKey: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** A short https address that answers a POST (RFC 8058). Only for mails a person can stop. */
  readonly unsubscribeUrl?: string;
  /** An iCalendar text, attached as an invitation. */
  readonly ics?: string;
  /** What it says is over then: it is not sent later. */
  readonly uselessAfter?: Date;
};

const subjectLength = 150;
const bodyLength = 100_000;

// Beyond about 70 characters the header is folded, and the signature of some relays no longer fits it.
const urlLength = 200;

const Outgoing = z.object({
  dedupeKey: z.string().regex(/^[\w.:-]{3,200}$/, "dedupe-key-refused"),
  kind: z.enum(mailKinds),
  to: z.email("address-refused").max(254, "address-refused"),
  subject: z.string().transform((subject) => onOneLine(subject)),
  html: z.string().max(bodyLength, "mail-too-long"),
  text: z.string().max(bodyLength, "mail-too-long"),
  unsubscribeUrl: z
    .string()
    .max(urlLength, "unsubscribe-url-refused")
    .regex(/^https?:\/\/[!#-;=?-~]+$/, "unsubscribe-url-refused")
    .optional(),
  ics: z.string().max(bodyLength, "mail-too-long").optional(),
  uselessAfter: z.date().optional(),
});
export type ParsedMail = z.infer<typeof Outgoing>;

/** @throws Failure("invalid") whose code says what is refused: an address with a line break, a text of 100 kB. */
export const parseMail = (mail: OutgoingMail): ParsedMail => {
  const parsed = Outgoing.safeParse(mail);
  if (!parsed.success) throw new Failure("invalid", "mail-refused", { reason: parsed.error.issues[0]?.message });
  return parsed.data;
};

/** Words typed by a person may stand in a subject: whatever could end a header becomes a space. */
const onOneLine = (subject: string): string =>
  [...subject.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ").replace(/ {2,}/g, " ")]
    .slice(0, subjectLength)
    .join("")
    .trim();
