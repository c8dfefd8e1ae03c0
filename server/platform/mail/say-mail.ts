import { type Mail, renderMail } from "#client/kernel/mail.tsx";
import { site } from "#server/platform/site.ts";

/** A mail as the site words it: its subject, its page and its plain-text twin. */
export const sayMail = (mail: Mail): { subject: string; html: string; text: string } => {
  const { publicUrl, phone, territoryName } = site();
  return renderMail(mail, { publicUrl, phone, territoryName });
};
