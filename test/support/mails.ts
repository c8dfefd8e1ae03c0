import type { KeptMail } from "#server/platform/mail/mail-folder.ts";
import { listMails } from "#server/platform/mail/transport.ts";
import { plainSpaces } from "./plain-spaces.ts";

/** The mails that left, newest first, read with plain spaces. */
export const sentMails = async (): Promise<KeptMail[]> =>
  (await listMails()).map((mail) => ({
    ...mail,
    subject: plainSpaces(mail.subject),
    html: plainSpaces(mail.html),
    text: plainSpaces(mail.text),
  }));
