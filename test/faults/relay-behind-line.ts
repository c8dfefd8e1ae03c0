import { now, setClock } from "#server/platform/clock.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import type { testPatience } from "#test/messages/mail-house.ts";
import { type ScriptedRelay, startScriptedRelay } from "#test/messages/scripted-relay.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { performSweepDispatches } from "#workers/messages/sweep-dispatches.ts";
import { type FaultyLine, startFaultyLine } from "./faulty-line.ts";

export type RelayBehindLine = {
  readonly house: House;
  readonly relay: ScriptedRelay;
  readonly line: FaultyLine;
  readonly sendThrough: (patience?: typeof testPatience) => Promise<void>;
  /** The sweep comes so many minutes later, and what it asks for is done. */
  readonly sweepAfter: (minutes: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The product and a relay that does as it is told, over a line that fails as it is told. */
export const openRelayBehindLine = async (): Promise<RelayBehindLine> => {
  const house = await openHouse();
  const relay = await startScriptedRelay();
  const line = await startFaultyLine({ host: "127.0.0.1", port: Number(new URL(relay.url).port) });
  return {
    house,
    relay,
    line,
    sendThrough: (patience) =>
      useMail({
        smtpUrl: `smtp://127.0.0.1:${line.port}`,
        folder: "",
        from: "Élan Emploi <site@elan.invalid>",
        ...(patience && { patience }),
      }),
    sweepAfter: async (minutes) => {
      setClock(new Date(now().getTime() + minutes * 60_000));
      await performSweepDispatches();
      await house.drain();
    },
    close: async () => {
      setClock();
      await house.close();
      await line.close();
      await relay.stop();
    },
  };
};
