import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import type { Received } from "#test/messages/scripted-relay.ts";

export type Verdict = {
  /** Broken promises, one sentence each; none when all is well. */
  readonly wrong: readonly string[];
  readonly figures: {
    readonly mails: number;
    readonly arrived: number;
    readonly bounced: number;
    /** Sent at most once, in doubt, and shown to an admin: of them, those that did not arrive. */
    readonly inDoubt: number;
    readonly inDoubtUnseen: number;
    /** Copies beyond the first, and the doubts written down: the second is never smaller. */
    readonly doubles: number;
    readonly doubts: number;
  };
};

/** Compares what was promised with what the relay took: a message whose final dot it read and did not refuse. */
export const judge = async (received: readonly Received[]): Promise<Verdict> => {
  const copies = new Map<string, number>();
  for (const { raw } of received) {
    const id = /^Message-ID: <(\w+)@/im.exec(raw)?.[1] ?? "no Message-ID";
    copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  const rows = await DispatchModel.find({}).select("kind policy state doubts lastError").lean();
  const mails = rows.map((row) => ({ ...row, copies: copies.get(row._id.toHexString()) ?? 0 }));
  const strangers = copies.size - mails.filter((mail) => mail.copies > 0).length;
  const sum = (of: (mail: (typeof mails)[number]) => number): number => mails.reduce((all, mail) => all + of(mail), 0);
  const inDoubt = mails.filter(({ state }) => state === "unknown");
  return {
    wrong: [...mails.flatMap(faultsOf), ...(strangers > 0 ? [`${strangers} mails that nobody promised`] : [])],
    figures: {
      mails: mails.length,
      arrived: mails.filter((mail) => mail.copies > 0).length,
      bounced: mails.filter(({ state }) => state === "bounced").length,
      inDoubt: inDoubt.length,
      inDoubtUnseen: inDoubt.filter((mail) => mail.copies === 0).length,
      doubles: sum((mail) => Math.max(0, mail.copies - 1)),
      doubts: sum(({ doubts }) => doubts),
    },
  };
};

type Mail = {
  readonly policy: string;
  readonly state: string;
  readonly doubts: number;
  readonly lastError: string | null;
  readonly copies: number;
};

const faultsOf = ({ policy, state, doubts, lastError, copies }: Mail): string[] => {
  const twice = policy === "atLeastOnce";
  const faults = [
    [state === "pending" || state === "sending", `left ${state}`],
    [state === "sent" && copies === 0, "lost: said sent, never taken"],
    [state === "unknown" && twice && copies === 0, "lost: in doubt, and not sent again"],
    [state === "bounced" && copies === 0 && !/\b55\d\b/.test(lastError ?? ""), `lost: given up (${lastError})`],
    [state === "bounced" && copies > 0 && doubts === 0, "said refused, but taken"],
    [!twice && copies > 1, `doubled: ${copies} copies of a mail sent at most once`],
    [copies - 1 > doubts, `doubled without being counted: ${copies} copies, ${doubts} doubts`],
  ] as const;
  return faults.flatMap(([so, sentence]) => (so ? [sentence] : []));
};
