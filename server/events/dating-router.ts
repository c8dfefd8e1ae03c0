import { companyTablesPage } from "#client/events/company-tables-page.tsx";
import { datingListPage } from "#client/events/dating-list-page.tsx";
import { datingPage, type RegistrationWay } from "#client/events/dating-page.tsx";
import { datingNotices, datingWords } from "#client/events/dating-words.ts";
import { myDatingsPage, registrationAskedPage, registrationPage } from "#client/events/registration-page.tsx";
import { countAttempt } from "#server/http/rate-limit.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveFile } from "#server/http/serve-file.ts";
import { serveForm } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { now, today } from "#server/platform/clock.ts";
import { datingContracts } from "#shared/events/dating-contracts.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import type { Registration } from "#shared/events/job-dating.ts";
import { takesRegistrations } from "#shared/events/job-dating-rules.ts";
import { type Actor, isStaff } from "#shared/kernel/actor.ts";
import {
  cancelByLink,
  cancelMine,
  confirmRegistration,
  registrationOf,
  registrationOfLink,
} from "./answer-registration.ts";
import { convocationOf } from "./convocation-of.ts";
import { findJobDating, listUpcoming } from "./find-job-dating.ts";
import { publicStands } from "./forums/read-forum.ts";
import { readOwnForums } from "./forums/read-own-stands.ts";
import { standNames } from "./forums/stand-names.ts";
import { isRegistered, readCompanyTables, readMyDatings, readRegistration } from "./read-my-datings.ts";
import { registerPerson, registerSomebody } from "./register-person.ts";

export const datingRouter = routes(datingWords);

/** Enough for a family behind one address; not for a machine that tries links. */
const perIp = { name: "registration-ip", most: 120, minutes: 15 };

servePage(datingRouter, datingContracts.listPage, async ({ actor }) =>
  datingListPage({ ...(await listShown(actor)), today: today() }),
);

const listShown = async (actor: Actor) => {
  const datings = await listUpcoming(actor);
  return { datings, stands: await standNames(datings.filter(isForum).map(({ id }) => id)) };
};

type Shown = { typed: Typed | null; errors: Readonly<Record<string, string>> };

const showDating = async (actor: Actor, jobDatingId: string, { typed, errors }: Shown) => {
  const dating = await findJobDating(actor, jobDatingId);
  const mine = await isRegistered(actor, jobDatingId);
  return datingPage({
    dating,
    today: today(),
    open: takesRegistrations(dating, now()),
    way: wayOf(actor),
    registered: mine !== null,
    typed: typed ?? (mine ? typedOf(mine) : {}),
    errors,
    stands: isForum(dating) ? await publicStands(dating.id) : [],
  });
};

const wayOf = (actor: Actor): RegistrationWay => {
  if (actor.role === "candidate") return "account";
  if (isStaff(actor)) return "staff";
  return actor.role === "visitor" ? "address" : "none";
};

const typedOf = ({ wishIds, cannot }: Registration): Typed => ({
  wishIds: [...wishIds],
  ...(cannot.length > 0 ? { cannot: cannot.map(String) } : {}),
});

servePage(datingRouter, datingContracts.page, ({ actor, params }) =>
  showDating(actor, params.jobDatingId, { typed: null, errors: {} }),
);

serveForm(datingRouter, datingContracts.register, {
  handle: ({ actor, params, body, request }) =>
    registerPerson(actor, { jobDatingId: params.jobDatingId, typed: body, ip: request.ip }),
  done: ({ active }) =>
    active
      ? { to: datingContracts.minePage.path, notice: datingNotices.registered }
      : { to: datingContracts.askedPage.path },
  again: ({ actor, params }, again) => showDating(actor, params.jobDatingId, again),
});

serveForm(datingRouter, datingContracts.registerSomebody, {
  handle: ({ actor, params, body }) => registerSomebody(actor, { jobDatingId: params.jobDatingId, typed: body }),
  done: (_reply, { params }) => ({ to: `/evenements/${params.jobDatingId}`, notice: datingNotices.somebodyRegistered }),
  again: ({ actor, params }, again) => showDating(actor, params.jobDatingId, again),
});

servePage(datingRouter, datingContracts.askedPage, () => registrationAskedPage());

servePage(datingRouter, datingContracts.linkPage, async ({ params, request }) => {
  await countAttempt(perIp, request.ip);
  const mine = await readRegistration(await registrationOfLink(params.token));
  return registrationPage({ mine, token: params.token, today: today() });
});

const asFile = (content: string) => ({ name: "job-dating.ics", type: "text/calendar", content });

serveFile(datingRouter, datingContracts.linkCalendar, async ({ params, request }) => {
  await countAttempt(perIp, request.ip);
  return asFile(await convocationOf(await registrationOfLink(params.token)));
});

serveFile(datingRouter, datingContracts.mineCalendar, async ({ actor, params }) =>
  asFile(await convocationOf(await registrationOf(actor, params.registrationId))),
);

serveForm(datingRouter, datingContracts.confirm, {
  handle: ({ params }) => confirmRegistration(params.token),
  done: (_nothing, { params }) => ({ to: `/inscriptions/${params.token}`, notice: datingNotices.confirmed }),
});

serveForm(datingRouter, datingContracts.cancelByLink, {
  handle: ({ params }) => cancelByLink(params.token),
  done: (_nothing, { params }) => ({ to: `/inscriptions/${params.token}`, notice: datingNotices.left }),
});

servePage(datingRouter, datingContracts.minePage, async ({ actor }) =>
  myDatingsPage({ mine: await readMyDatings(actor), today: today() }),
);

serveForm(datingRouter, datingContracts.cancelMine, {
  handle: ({ actor, params }) => cancelMine(actor, params.registrationId),
  done: () => ({ to: datingContracts.minePage.path, notice: datingNotices.left }),
});

servePage(datingRouter, datingContracts.companyPage, async ({ actor }) =>
  companyTablesPage({ tables: await readCompanyTables(actor), forums: await readOwnForums(actor), today: today() }),
);
