import addressparser from "nodemailer/lib/addressparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { Failure } from "#shared/kernel/failure.ts";
import type { DispatchFields } from "./dispatch-model.ts";
import type { ComposedMail } from "./hand-over.ts";

export type Sender = { readonly name: string; readonly address: string };

export type MailContent = Pick<
  DispatchFields,
  "messageId" | "to" | "subject" | "html" | "text" | "unsubscribeUrl" | "ics" | "createdAt"
>;

/**
 * The whole message, the same at each try: same Message-ID, same date.
 * @throws Failure("invalid", "mail-header-refused") when a line break stands where a header is made
 */
export const composeMail = async (content: MailContent, from: Sender): Promise<ComposedMail> => {
  const { messageId, to, subject, unsubscribeUrl } = content;
  for (const value of [messageId, to, subject, from.name, from.address, unsubscribeUrl ?? ""]) refuseBreaks(value);
  const composed = new MailComposer({
    from,
    to: { name: "", address: to },
    subject,
    text: content.text,
    html: content.html,
    date: content.createdAt,
    messageId: `<${messageId}@${from.address.split("@")[1] ?? "localhost"}>`,
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(unsubscribeUrl) },
    ...(content.ics === null
      ? {}
      : { icalEvent: { method: methodOf(content.ics), filename: "rendez-vous.ics", content: content.ics } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "win",
  });
  return { id: messageId, from: from.address, to, raw: await composed.compile().build() };
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

/** `prepared` keeps nodemailer from folding the line, which breaks the signature of some relays (its issue 1654). */
const unsubscribeHeaders = (url: string | null): Record<string, { prepared: boolean; value: string }> =>
  url === null
    ? {}
    : {
        "List-Unsubscribe": { prepared: true, value: `<${url}>` },
        "List-Unsubscribe-Post": { prepared: true, value: "List-Unsubscribe=One-Click" },
      };
