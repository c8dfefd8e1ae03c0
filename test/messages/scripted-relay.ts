import { createServer, type Server, type Socket } from "node:net";

/** What the relay does at one moment: answer, close the line, say nothing, or say its answer a byte at a time. */
export type Act = { reply: string } | "cut" | "stall" | { drip: string };

/** What every mail goes through; TEXT is the text under way, its final dot not read yet. */
export const moments = ["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "TEXT", "DOT"] as const;
export type Moment = (typeof moments)[number] | "AUTH";
export type Script = Partial<Record<Moment, Act>>;

export type Received = { readonly from: string; readonly to: string[]; readonly raw: string };

export type ScriptedRelay = {
  readonly url: string;
  /** Every message whose final dot was read and not refused: the worst case of what people may get. */
  readonly received: Received[];
  /** The same script for every mail from now on, or one drawn for each. */
  play: (script: Script | (() => Script)) => void;
  /** Called when each moment comes, before anything is answered. */
  onMoment: (heard: (moment: Moment) => void) => void;
  /** Called when a message is taken, just before its 250 is written: what is killed then cannot have read it. */
  onTaken: (heard: () => void) => void;
  /** Called when a line is left politely. */
  onLeave: (heard: () => void) => void;
  /** Refuses every new connection, until it is opened again on the same port. */
  refuse: () => void;
  open: () => Promise<void>;
  stop: () => Promise<void>;
};

const usual: Record<Moment, string> = {
  CONNECT: "220 relay",
  EHLO: "250 relay",
  AUTH: "235 welcome",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  TEXT: "",
  DOT: "250 taken",
};

/** An SMTP server that misbehaves exactly as told, on a free port of loopback. */
export const startScriptedRelay = async (): Promise<ScriptedRelay> => {
  let draw = (): Script => ({});
  let taken = (): void => undefined;
  let leave = (): void => undefined;
  const received: Received[] = [];
  const lines = new Set<Socket>();

  let heard = (_moment: Moment): void => undefined;

  const server = createServer((socket) => {
    lines.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => lines.delete(socket));
    let script = draw();
    let mails = 0;
    const act = (moment: Moment): boolean => {
      if (moment === "MAIL" && mails++ > 0) script = draw(); // another mail on the same line
      heard(moment);
      const went = perform(socket, script[moment] ?? { reply: usual[moment] });
      if (moment !== "TEXT" || !isRefusal(script.TEXT)) return went;
      socket.end(); // refused in the middle of the text: the line is over
      return false;
    };
    converse({
      socket,
      act,
      leave: () => leave(),
      keep: (mail) => {
        if (!isRefusal(script.DOT)) {
          received.push(mail);
          taken();
        }
        act("DOT");
      },
    });
  });
  const port = await listen(server, 0);

  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    play: (script) => {
      draw = typeof script === "function" ? script : () => script;
    },
    onMoment: (hear) => {
      heard = hear;
    },
    onTaken: (hear) => {
      taken = hear;
    },
    onLeave: (hear) => {
      leave = hear;
    },
    refuse: () => void server.close(),
    open: async () => void (await listen(server, port)),
    stop: () => {
      for (const line of lines) line.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });

const isRefusal = (act: Act | undefined): boolean =>
  typeof act === "object" && "reply" in act && /^[45]/.test(act.reply);

/** True when an answer was given whole. */
const perform = (socket: Socket, act: Act): boolean => {
  if (act === "stall") return false;
  if (act === "cut") {
    socket.resetAndDestroy();
    return false;
  }
  if ("reply" in act) {
    if (act.reply !== "") socket.write(`${act.reply}\r\n`);
    return true;
  }
  const letters = [...act.drip];
  const timer = setInterval(() => {
    const letter = letters.shift();
    if (letter === undefined || socket.destroyed) return clearInterval(timer);
    socket.write(letter);
  }, 50);
  return false;
};

type Conversation = {
  socket: Socket;
  act: (moment: Moment) => boolean;
  leave: () => void;
  keep: (mail: Received) => void;
};

/** Before any mail. */
const greetings: Readonly<Record<string, Moment>> = { EHLO: "EHLO", HELO: "EHLO", AUTH: "AUTH" };

const converse = ({ socket, act, leave, keep }: Conversation): void => {
  let heard = "";
  let inText = false;
  let envelope: { from: string; to: string[] } = { from: "", to: [] };

  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    const greeting = greetings[verb];
    if (greeting) act(greeting);
    else if (verb === "MAIL") {
      envelope = { from: line, to: [] };
      act("MAIL");
    } else if (verb === "RCPT") {
      envelope.to.push(line.replace(/^RCPT TO:<(.*)>.*$/i, "$1"));
      act("RCPT");
    } else if (verb === "DATA") inText = act("DATA");
    else if (verb === "QUIT") {
      socket.end("221 bye\r\n");
      leave();
    } else socket.write("250 ok\r\n");
  };

  const advance = (): boolean => {
    const mark = inText ? "\r\n.\r\n" : "\r\n";
    const at = heard.indexOf(mark);
    if (at < 0) return false;
    const part = heard.slice(0, at);
    heard = heard.slice(at + mark.length);
    if (inText) {
      inText = false;
      keep({ ...envelope, raw: part.replace(/\r\n\.\./g, "\r\n.") });
    } else command(part);
    return true;
  };

  act("CONNECT");
  socket.on("data", (chunk) => {
    if (inText && !act("TEXT")) return void socket.removeAllListeners("data");
    heard += chunk.toString("latin1");
    while (advance());
  });
};
