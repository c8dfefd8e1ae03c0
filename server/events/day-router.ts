import { badgesPage } from "#client/events/badges-page.tsx";
import { balancePage, balanceRows } from "#client/events/balance-page.tsx";
import { datingNotices, datingWords } from "#client/events/dating-words.ts";
import { doorPage } from "#client/events/door-page.tsx";
import { sayArrival } from "#client/events/say-arrival.ts";
import { tableSheetsPage } from "#client/events/table-sheets-page.tsx";
import { sayHour } from "#client/kernel/say.tsx";
import { routes } from "#server/http/routes.ts";
import { serveJson, servePage, serveText } from "#server/http/serve.ts";
import { serveFile } from "#server/http/serve-file.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { now } from "#server/platform/clock.ts";
import { newToken } from "#server/platform/tokens.ts";
import type { ArrivalAnswer } from "#shared/events/arrival.ts";
import { csvOf } from "#shared/events/csv.ts";
import { dayContracts } from "#shared/events/day-contracts.ts";
import { wrongField } from "#shared/kernel/failure.ts";
import { checkInAll, undoCheckIn } from "./check-in.ts";
import { readBalance } from "./read-balance.ts";
import { readDoor } from "./read-door.ts";
import { readBadges, readSheets } from "./read-prints.ts";

export const dayRouter = routes(datingWords);

servePage(dayRouter, dayContracts.badges, async ({ actor, params }) =>
  badgesPage(await readBadges(actor, params.jobDatingId)),
);

servePage(dayRouter, dayContracts.sheets, async ({ actor, params }) =>
  tableSheetsPage(await readSheets(actor, params.jobDatingId)),
);

servePage(dayRouter, dayContracts.balance, async ({ actor, params }) =>
  balancePage(await readBalance(actor, params.jobDatingId)),
);

serveFile(dayRouter, dayContracts.balanceFile, async ({ actor, params }) => {
  const { dating, lines } = await readBalance(actor, params.jobDatingId);
  return { name: `bilan-${dating.day}.csv`, type: "text/csv; charset=utf-8", content: csvOf(balanceRows(lines)) };
});

servePage(dayRouter, dayContracts.doorPage, async ({ actor, params, query }) =>
  doorPage({ ...(await readDoor(actor, params.jobDatingId)), code: query.code, typed: {}, errors: {} }),
);

const door = (jobDatingId: string): string => `/bureau/evenements/${jobDatingId}/accueil`;

serveForm(dayRouter, dayContracts.checkIn, {
  handle: async ({ actor, params, body }): Promise<ArrivalAnswer> => {
    if (!body.code && !body.registrationId) throw wrongField("code", "required");
    const { code, registrationId } = body;
    const who = registrationId ? { registrationId } : { code };
    const arrival = { ...who, key: newToken(), at: now().toISOString() };
    const { answers } = await checkInAll(actor, params.jobDatingId, [arrival]);
    const [answer] = answers;
    if (!answer) throw wrongField("code", "unknownCode");
    return answer;
  },
  done: (answer, { params }) => ({
    to: door(params.jobDatingId),
    notice: sayArrival({ ...answer, hour: answer.at && sayHour(new Date(answer.at)) }),
  }),
  again: async ({ actor, params }, { typed, errors }) =>
    doorPage({ ...(await readDoor(actor, params.jobDatingId)), code: null, typed, errors }),
});

serveForm(dayRouter, dayContracts.undoCheckIn, {
  handle: ({ actor, params }) => undoCheckIn(actor, params),
  done: (_nothing, { params }) => ({ to: door(params.jobDatingId), notice: datingNotices.arrivalUndone }),
});

serveJson(dayRouter, dayContracts.sendArrivals, ({ actor, params, body }) =>
  checkInAll(actor, params.jobDatingId, body.arrivals),
);

/** At a plain address, since a worker keeps what lies below its own. */
serveText(dayRouter, dayContracts.doorWorker, "text/javascript", () => {
  const assets = loadedAssets();
  return String(assets.file(assets.island("door-worker"))?.body ?? "");
});
