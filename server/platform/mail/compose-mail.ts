import addressparser from "nodemailer/lib/addressparser";
import { Failure } from "#shared/kernel/failure.ts";
import type { DispatchFields } from "./dispatch-model.ts";
import type { ComposedMail } from "./hand-over.ts";
import { base64Part, headerWords, type MimePart, multipart, textPart } from "./mime-parts.ts";

export type Sender = { readonly name: string; readonly address: string };

export type MailContent = Pick<
  DispatchFields,
  "messageId" | "to" | "subject" | "html" | "text" | "unsubscribeUrl" | "ics" | "createdAt"
>;

/**
 * The whole message, the same to the byte at each try. Written here rather than by nodemailer, whose composer took a
 * fifth of the processor's time of a morning's digests.
 * @throws Failure("invalid", "mail-header-refused") when a line break stands where a header is made
 */
export const composeMail = (content: MailContent, from: Sender): ComposedMail => {
  const { messageId, to, subject, unsubscribeUrl } = content;
  for (const value of [messageId, to, subject, from.name, from.address, unsubscribeUrl ?? ""]) refuseBreaks(value);
  const headers = [
    `From: ${senderWords(from)}`,
    `To: ${to}`,
    `Subject: ${headerWords(subject)}`,
    `Message-ID: <${messageId}@${from.address.split("@")[1] ?? "localhost"}>`,
    `Date: ${content.createdAt.toUTCString().replace("GMT", "+0000")}`,
    "Auto-Submitted: auto-generated",
    ...unsubscribeHeaders(unsubscribeUrl),
    "MIME-Version: 1.0",
  ];
  const raw = Buffer.concat([Buffer.from(`${headers.join("\r\n")}\r\n`), bodyOf(content), Buffer.from("\r\n")]);
  return { id: messageId, from: from.address, to, raw };
};

const senderWords = ({ name, address }: Sender): string => {
  const words = headerWords(name);
  return `${words === name ? `"${name.replace(/["\\]/g, "\\$&")}"` : words} <${address}>`;
};

/** An invitation stands twice: beside the text for calendars that act on it, and as a file for people. */
const bodyOf = ({ messageId, text, html, ics }: MailContent): MimePart => {
  const readings = [textPart("text/plain", text), textPart("text/html", html)];
  if (ics === null) return multipart("alternative", `=_${messageId}`, readings);
  const type = `Content-Type: text/calendar; charset=utf-8; method=${methodOf(ics)}`;
  const file = ["Content-Type: application/ics", "Content-Disposition: attachment; filename=rendez-vous.ics"];
  return multipart("mixed", `=_${messageId}`, [
    multipart("alternative", `=_${messageId}_0`, [...readings, base64Part([type], ics)]),
    base64Part(file, ics),
  ]);
};

/** The calendar says what it asks; the part that carries it must say the same (RFC 6047), or it is not acted upon. */
const methodOf = (ics: string): string => /^METHOD:([A-Z]+)\r?$/m.exec(ics)?.[1] ?? "REQUEST";

/** @throws Error when MAIL_FROM is not `Name <address>` or an address */
export const parseSender = (from: string): Sender => {
  const [sender, ...others] = addressparser(from, { flatten: true });
  if (!sender?.address?.includes("@") || others.length > 0)
    throw new Error("MAIL_FROM must be one address, such as Élan Emploi <contact@departement.fr>.");
  return { name: sender.name, address: sender.address };
};

const refuseBreaks = (value: string): void => {
  if (/[\r\n\0\u2028\u2029]/.test(value)) throw new Failure("invalid", "mail-header-refused");
};

/** One line each, not folded: a folded one breaks the signature of some relays (nodemailer's issue 1654). */
const unsubscribeHeaders = (url: string | null): readonly string[] =>
  url === null ? [] : [`List-Unsubscribe: <${url}>`, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"];
