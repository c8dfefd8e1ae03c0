import { Readable } from "node:stream";
import type { BeforeText, ComposedMail, HandOver } from "./hand-over.ts";
import { judge, type Said } from "./judge-refusal.ts";
import { relayDoor } from "./relay-door.ts";
import { openSession, type SmtpError, type SmtpPatience, type SmtpSession } from "./smtp-session.ts";

export const usualPatience: SmtpPatience = { connect: 10_000, silence: 20_000, whole: 60_000 };

/** A relay and the lines to it. */
export type Relay = {
  readonly give: (mail: ComposedMail, beforeText: BeforeText) => Promise<HandOver>;
  /** It refused us, or was not there, a moment ago: what is given now is not even tried. */
  readonly isClosed: () => boolean;
  /** Leaves the lines that rest; those in use are left after their mail. */
  readonly close: () => void;
};

/** Many relays end a line after a hundred mails. */
const mailsPerLine = 100;

/** A line rests for so long, then is left: shorter than any relay's patience, long enough within a morning's mails. */
const restMs = 5_000;

type Line = { readonly session: SmtpSession; mails: number; resting: NodeJS.Timeout | null };

/**
 * Gives mails over a few lines used again: a morning's digests do not open one each. nodemailer's pool is avoided on
 * purpose: it sends a message again by itself, up to five times, when a connection closes after the final dot.
 */
export const openRelay = (url: string, patience: SmtpPatience = usualPatience): Relay => {
  const idle: Line[] = [];
  const door = relayDoor();
  let closed = false;

  const take = (): Line | null => {
    for (let line = idle.pop(); line; line = idle.pop()) {
      if (line.resting) clearTimeout(line.resting);
      if (line.session.isOpen()) return line;
    }
    return null;
  };

  const rest = (line: Line): void => {
    if (closed || line.mails >= mailsPerLine) {
      line.session.leave();
      return;
    }
    line.resting = setTimeout(
      () => {
        idle.splice(idle.indexOf(line), 1);
        line.session.leave();
      },
      Math.min(restMs, patience.silence / 2),
    );
    idle.push(line);
  };

  const giveOn = async (line: Line, mail: ComposedMail, beforeText: BeforeText): Promise<HandOver | "line-over"> => {
    const text = followedText(mail.raw, beforeText);
    const deadline = setTimeout(line.session.cut, patience.whole);
    let said: Said = "nothing";
    const saidWhenItFailed = (): Said => (text.ended() ? "perhaps-all" : said);
    try {
      if (line.mails === 0) await line.session.signIn();
      said = "something";
      await line.session.send(mail, text.stream);
    } catch (error) {
      line.session.cut();
      const isLineOver = line.mails > 0 && !text.begun() && speaksOfTheLine(error as SmtpError);
      return isLineOver ? "line-over" : judge(error as SmtpError, saidWhenItFailed());
    } finally {
      clearTimeout(deadline);
      text.stream.destroy();
    }
    line.mails += 1;
    rest(line);
    return { result: "accepted" };
  };

  const giveOnSomeLine = async (mail: ComposedMail, beforeText: BeforeText): Promise<HandOver> => {
    const used = take();
    const first = used === null ? "line-over" : await giveOn(used, mail, beforeText);
    if (first !== "line-over") return first;
    // A line that ended while it rested took nothing of this mail: a new one is opened for it.
    const second = await giveOn({ session: openSession(url, patience), mails: 0, resting: null }, mail, beforeText);
    return second === "line-over" ? { result: "refused-for-now", why: second } : second;
  };

  return {
    isClosed: door.isClosed,
    give: (mail, beforeText) =>
      door.pass((known) =>
        giveOnSomeLine(mail, () => {
          known(); // it asks for the text: our account and our address are taken
          return beforeText();
        }),
      ),
    close: () => {
      closed = true;
      for (let line = take(); line; line = take()) line.session.leave();
    },
  };
};

/** On a line used before: silence, goodbye (421), or no wish for one more mail. */
const speaksOfTheLine = ({ responseCode = 0, command = "" }: SmtpError): boolean =>
  responseCode === 0 || responseCode === 421 || command.startsWith("MAIL FROM");

/** The text, read only once the relay has said 354: whether it was asked for, and whether the connection took it whole. */
const followedText = (raw: Buffer, beforeText: BeforeText) => {
  let [begun, ended] = [false, false];
  const read = async function* (): AsyncGenerator<Buffer> {
    begun = true;
    await beforeText();
    for (let at = 0; at < raw.length; at += 16_384) yield raw.subarray(at, at + 16_384);
    // The stream that adds the final dot may run from here on.
    ended = true;
  };
  const stream = Readable.from(read(), { objectMode: false });
  stream.on("error", () => undefined); // the connection reports it; an unheard one would end the process
  return { stream, begun: () => begun, ended: () => ended };
};
