import type { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import type { ComposedMail } from "./hand-over.ts";

/** In milliseconds; `whole` bounds the exchange itself, which a relay of one byte a second would never end. */
export type SmtpPatience = { readonly connect: number; readonly silence: number; readonly whole: number };

export type SmtpError = Error & { code?: string; command?: string; response?: string; responseCode?: number };

/** A line to the relay: one mail after the other, never two at once. */
export type SmtpSession = {
  readonly signIn: () => Promise<void>;
  readonly send: (mail: ComposedMail, text: Readable) => Promise<void>;
  /** False once the relay, or the network, ended it. */
  readonly isOpen: () => boolean;
  readonly leave: () => void;
  readonly cut: () => void;
};

export const openSession = (url: string, patience: SmtpPatience): SmtpSession => {
  const { auth, ...address } = parseConnectionUrl(url);
  const connection = new SmtpConnection({
    // A password never goes over a line in clear, unless the address asks for it with ?ignoreTLS=true.
    requireTLS: auth !== undefined && !address.secure && !address.ignoreTLS,
    ...address,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
    socketCloseTimeout: 0,
  });
  let open = true;
  const broken = new Promise<never>((_, reject) => {
    connection.on("error", reject);
    connection.on("end", () => reject(new Error("the connection ended")));
  });
  broken.catch(() => {
    open = false;
  });

  const step = async (act: (done: (error?: Error | null) => void) => void): Promise<void> => {
    const done = new Promise<void>((resolve, reject) => act((error) => (error ? reject(error) : resolve())));
    await Promise.race([broken, done]);
  };

  return {
    signIn: async () => {
      await step((done) => connection.connect((error) => done(error)));
      if (auth) await step((done) => connection.login(auth, done));
    },
    send: ({ from, to }, text) => step((done) => connection.send({ from, to: [to] }, text, done)),
    isOpen: () => open,
    leave: () => connection.quit(),
    cut: () => connection.close(),
  };
};
