import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import type { BeforeText, ComposedMail, HandOver } from "./hand-over.ts";

/** In milliseconds; `whole` bounds the exchange itself, which a relay of one byte a second would never end. */
export type SmtpPatience = { readonly connect: number; readonly silence: number; readonly whole: number };

export const usualPatience: SmtpPatience = { connect: 10_000, silence: 20_000, whole: 60_000 };

type Relay = { readonly url: string; readonly patience: SmtpPatience };

/**
 * Gives one mail to the relay over one connection of its own. nodemailer's pool is avoided on purpose: it sends a
 * message again by itself, up to five times, when a connection closes after the final dot.
 */
export const giveToRelay = async (relay: Relay, mail: ComposedMail, beforeText: BeforeText): Promise<HandOver> => {
  const session = openSession(relay);
  const text = followedText(mail.raw, beforeText);
  try {
    await session.signIn();
    await session.send(mail, text.stream);
    session.leave();
    return { result: "accepted" };
  } catch (error) {
    session.cut();
    return judge(error as SmtpError, text.ended());
  } finally {
    text.stream.destroy();
  }
};

type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** Verbs whose refusal speaks of this mail; before them, it is our own account or the relay that is at fault. */
const mailVerbs = /^(MAIL FROM|RCPT TO|DATA)/;
const notOfThisMail = new Set([503, 530, 535]);

/** A reply decides. Without one, everything hangs on whether the final dot may have left. */
const judge = (error: SmtpError, dotMayHaveLeft: boolean): HandOver => {
  const why = [error.code, error.command, error.responseCode ?? "no reply"].join(" ");
  const { responseCode = 0, command = "" } = error;
  if (responseCode >= 500 && mailVerbs.test(command) && !notOfThisMail.has(responseCode))
    return { result: "refused-for-good", why };
  if (responseCode >= 400) return { result: "refused-for-now", why };
  return { result: dotMayHaveLeft ? "in-doubt" : "refused-for-now", why };
};

/** The text, read only once the relay has said 354, and whether the connection has taken it whole. */
const followedText = (raw: Buffer, beforeText: BeforeText): { stream: Readable; ended: () => boolean } => {
  let ended = false;
  const read = async function* (): AsyncGenerator<Buffer> {
    await beforeText();
    for (let at = 0; at < raw.length; at += 16_384) yield raw.subarray(at, at + 16_384);
    // The stream that adds the final dot may run from here on.
    ended = true;
  };
  const stream = Readable.from(read(), { objectMode: false });
  stream.on("error", () => undefined); // the connection reports it; an unheard one would end the process
  return { stream, ended: () => ended };
};

const openSession = ({ url, patience }: Relay) => {
  const { auth, ...address } = parseConnectionUrl(url);
  const connection = new SmtpConnection({
    // A password never goes over a line in clear, unless the address asks for it with ?ignoreTLS=true.
    requireTLS: auth !== undefined && !address.secure,
    ...address,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
    socketCloseTimeout: 0,
  });
  const broken = new Promise<never>((_, reject) => {
    connection.on("error", reject);
    connection.on("end", () => reject(new Error("the connection ended")));
  });
  broken.catch(() => undefined);
  const deadline = setTimeout(() => connection.close(), patience.whole);
  connection.on("end", () => clearTimeout(deadline));
  const step = <T>(act: (done: (error?: Error | null, value?: T) => void) => void): Promise<T | undefined> =>
    Promise.race([
      broken,
      new Promise<T | undefined>((resolve, reject) => act((e, v) => (e ? reject(e) : resolve(v)))),
    ]);

  return {
    signIn: async (): Promise<void> => {
      await step<void>((done) => connection.connect((error) => done(error)));
      if (auth) await step((done) => connection.login(auth, done));
    },
    send: async ({ from, to }: ComposedMail, text: Readable): Promise<void> => {
      await step((done) => connection.send({ from, to: [to] }, text, done));
    },
    leave: (): void => connection.quit(),
    cut: (): void => connection.close(),
  };
};
