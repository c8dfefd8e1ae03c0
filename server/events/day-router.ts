import { badgesPage } from "#client/events/badges-page.tsx";
import { balancePage, balanceRows } from "#client/events/balance-page.tsx";
import { datingNotices, datingWords } from "#client/events/dating-words.ts";
import { type DoorProps, doorPage } from "#client/events/door-page.tsx";
import { forumBalanceCsv } from "#client/events/forums/forum-balance-csv.ts";
import { forumBalancePage } from "#client/events/forums/forum-balance-page.tsx";
import { sayArrival } from "#client/events/say-arrival.ts";
import { tableSheetsPage } from "#client/events/table-sheets-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
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
import { isForum } from "#shared/events/forums/forum.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { checkInAll, undoCheckIn } from "./check-in.ts";
import { findToRun } from "./find-job-dating.ts";
import { takeBackLastUnnamed } from "./forums/count-unnamed.ts";
import { readForumBalance } from "./forums/read-forum.ts";
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

servePage(dayRouter, dayContracts.balance, async ({ actor, params: { jobDatingId } }) =>
  isForum(await findToRun(actor, jobDatingId))
    ? forumBalancePage(await readForumBalance(actor, jobDatingId))
    : balancePage(await readBalance(actor, jobDatingId)),
);

const asTable = (day: string, content: string) => ({
  name: `bilan-${day}.csv`,
  type: "text/csv; charset=utf-8",
  content,
});

serveFile(dayRouter, dayContracts.balanceFile, async ({ actor, params }) => {
  if (isForum(await findToRun(actor, params.jobDatingId))) {
    const facts = await readForumBalance(actor, params.jobDatingId);
    return asTable(facts.forum.day, forumBalanceCsv(facts));
  }
  const { dating, lines } = await readBalance(actor, params.jobDatingId);
  return asTable(dating.day, csvOf(balanceRows(lines)));
});

const showDoor = async (
  actor: Actor,
  jobDatingId: string,
  shown: Pick<DoorProps, "code" | "typed" | "errors">,
): Promise<Page> => doorPage({ ...(await readDoor(actor, jobDatingId)), unnamedKey: newToken(), ...shown });

servePage(dayRouter, dayContracts.doorPage, ({ actor, params, query }) =>
  showDoor(actor, params.jobDatingId, { code: query.code, typed: {}, errors: {} }),
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
  again: ({ actor, params }, { typed, errors }) => showDoor(actor, params.jobDatingId, { code: null, typed, errors }),
});

serveForm(dayRouter, dayContracts.undoCheckIn, {
  handle: ({ actor, params }) => undoCheckIn(actor, params),
  done: (_nothing, { params }) => ({ to: door(params.jobDatingId), notice: datingNotices.arrivalUndone }),
});

serveForm(dayRouter, dayContracts.noteUnnamed, {
  handle: async ({ actor, params, body: { key } }) => {
    const arrival = { key, unnamed: true as const, at: now().toISOString() };
    const [answer] = (await checkInAll(actor, params.jobDatingId, [arrival])).answers;
    if (answer?.outcome !== "counted") throw new Failure("conflict", "door-is-closed");
  },
  done: (_nothing, { params }) => ({
    to: door(params.jobDatingId),
    notice: sayArrival({ outcome: "counted", hour: null, elsewhere: null }),
  }),
  again: ({ actor, params }, { errors }) => showDoor(actor, params.jobDatingId, { code: null, typed: {}, errors }),
});

serveForm(dayRouter, dayContracts.undoUnnamed, {
  handle: async ({ actor, params }) => takeBackLastUnnamed(await findToRun(actor, params.jobDatingId)),
  done: (_nothing, { params }) => ({
    to: door(params.jobDatingId),
    notice: sayArrival({ outcome: "uncounted", hour: null, elsewhere: null }),
  }),
});

serveJson(dayRouter, dayContracts.sendArrivals, ({ actor, params, body }) =>
  checkInAll(actor, params.jobDatingId, body.arrivals),
);

/** At a plain address, since a worker keeps what lies below its own. */
serveText(dayRouter, dayContracts.doorWorker, "text/javascript", () => {
  const assets = loadedAssets();
  return String(assets.file(assets.island("door-worker"))?.body ?? "");
});
