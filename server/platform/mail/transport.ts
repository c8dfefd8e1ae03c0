import { now } from "#server/platform/clock.ts";
import { tellAccepted, tellRefused } from "#server/platform/refused-settings.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { composeMail, type MailContent, parseSender, type Sender } from "./compose-mail.ts";
import type { BeforeText, HandOver } from "./hand-over.ts";
import { absences, mailFaults } from "./judge-refusal.ts";
import { type KeptMail, type MailFolder, openMailFolder } from "./mail-folder.ts";
import { openRelay, type Relay } from "./smtp-relay.ts";
import type { SmtpPatience } from "./smtp-session.ts";

type MailSettings = {
  /** `smtp://` or `smtps://`; null writes the mails into `folder`. */
  readonly smtpUrl: string | null;
  readonly folder: string;
  readonly from: string;
  readonly patience?: SmtpPatience;
};

type Way = { readonly sender: Sender } & (
  | { readonly kind: "relay"; readonly relay: Relay }
  | { readonly kind: "folder"; readonly folder: MailFolder }
);

let way: Way | null = null;

/** Chooses how mails leave this process. Call it once, before the first job. */
export const useMail = async ({ smtpUrl, folder, from, patience }: MailSettings): Promise<void> => {
  const sender = parseSender(from);
  await leaveRelay();
  way = smtpUrl
    ? { sender, kind: "relay", relay: openRelay(smtpUrl, patience) }
    : { sender, kind: "folder", folder: await openMailFolder(folder) };
};

/** Says goodbye to the relay, once the jobs are done. */
export const leaveRelay = async (): Promise<void> => {
  if (way?.kind === "relay") way.relay.close();
};

/** Who our mails come from; null before `useMail`. */
export const mailSender = (): Sender | null => way?.sender ?? null;

/** One try. Never throws for what the relay does: the answer says it. */
export const handOver = async (content: MailContent, beforeText: BeforeText): Promise<HandOver> => {
  if (way === null) throw new Error("useMail was not called");
  const mail = await composeMail(content, way.sender).catch(asRefusal);
  if ("result" in mail) return mail;
  const outcome =
    way.kind === "relay"
      ? await way.relay.give(mail, beforeText)
      : await way.folder.give({ mail, content, at: now() }, beforeText);
  await tellWhatItShows(outcome);
  return outcome;
};

/** A relay that refuses a setting is there all the same; one line that fails among others tells nothing. */
const tellWhatItShows = async (outcome: HandOver): Promise<void> => {
  if (outcome.result === "accepted") return tellAccepted(mailFaults);
  if (!("fault" in outcome)) return tellAccepted(absences);
  if (!relayIsClosed()) return;
  await tellRefused(outcome.fault);
  await tellAccepted(absences.filter((fault) => fault !== outcome.fault));
};

/** The relay is not there, or refuses one of our settings: nothing is given until its pause is over, so nothing need be taken in hand. */
export const relayIsClosed = (): boolean => way?.kind === "relay" && way.relay.isClosed();

/** The mails written into the folder, newest first, at most 200; none when a relay is configured. */
export const listMails = async (): Promise<readonly KeptMail[]> => (way?.kind === "folder" ? way.folder.list() : []);

export const readMail = async (id: string): Promise<KeptMail | null> =>
  way?.kind === "folder" ? way.folder.read(id) : null;

export const forgetKeptMails = async (address: string): Promise<void> => {
  if (way?.kind === "folder") await way.folder.forget(({ to }) => to === address);
};

export const forgetKeptMailsAbout = async (named: RegExp): Promise<void> => {
  if (way?.kind === "folder") await way.folder.forget(({ text, subject }) => named.test(text) || named.test(subject));
};

/** No try will make a mail that cannot be written. */
const asRefusal = (error: unknown): HandOver => {
  if (!(error instanceof Failure)) throw error;
  return { result: "refused-for-good", reason: "unwritable", why: error.code };
};
