import { alertLinkPage } from "#client/alerts/alert-link-page.tsx";
import { alertNotices, alertWords, changeNotices } from "#client/alerts/alert-words.ts";
import { askedPage } from "#client/alerts/asked-page.tsx";
import { confirmAlertPage } from "#client/alerts/confirm-alert-page.tsx";
import { myAlertsPage } from "#client/alerts/my-alerts-page.tsx";
import { newAlertPage } from "#client/alerts/new-alert-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage, serveRedirect, serveText } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { now, today } from "#server/platform/clock.ts";
import { alertContracts } from "#shared/alerts/alert-contracts.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { everyOffer, OfferSearch } from "#shared/offers/offer-search.ts";
import { unseenBy } from "./alert-readers.ts";
import { changeByLink, changeMyAlert, resumeRhythm, stopAllByLink } from "./change-alert.ts";
import { confirmAlert, findByConfirmation } from "./confirm-alert.ts";
import { alertsOfLink, myAlerts } from "./find-alerts.ts";
import { forgottenOn } from "./retention-alerts.ts";
import { saveAlert } from "./save-alert.ts";
import { understandSearch } from "./understand-search.ts";

export const alertRouter = routes(alertWords);

servePage(alertRouter, alertContracts.newAlertPage, ({ actor, query }) =>
  showNewAlert(actor, query, { typed: {}, errors: {} }),
);

serveForm(alertRouter, alertContracts.createAlert, {
  handle: ({ actor, body: { frequency, weekday, payPerMonth, email, ...asked }, request }) =>
    saveAlert(actor, {
      asked,
      rhythm: { frequency, weekday: weekday === null ? null : Number(weekday) },
      payPerMonth,
      email,
      ip: request.ip,
    }),
  done: ({ active }) =>
    active ? { to: "/mes-alertes", notice: alertNotices.created } : { to: alertContracts.askedPage.path },
  again: ({ actor }, { typed, errors }) =>
    showNewAlert(actor, OfferSearch.safeParse(typed).data ?? everyOffer, { typed, errors }),
});

servePage(alertRouter, alertContracts.askedPage, () => askedPage());

servePage(alertRouter, alertContracts.myAlertsPage, async ({ actor }) =>
  myAlertsPage({
    alerts: await myAlerts(actor),
    unseen: await unseenBy(actor.email),
    now: now().toISOString(),
    today: today(),
  }),
);

serveForm(alertRouter, alertContracts.changeMyAlert, {
  handle: ({ actor, params, body }) => changeMyAlert(actor, params.alertId, body),
  done: (_alert, { body }) => ({ to: "/mes-alertes", notice: changeNotices[body.act] }),
});

servePage(alertRouter, alertContracts.confirmPage, async ({ params }) =>
  confirmAlertPage({ alert: await findByConfirmation(params.token), token: params.token }),
);

serveForm(alertRouter, alertContracts.confirmAlert, {
  handle: ({ params }) => confirmAlert(params.token),
  done: (_alert, { params }) => `/alertes/confirmer/${params.token}`,
});

servePage(alertRouter, alertContracts.linkPage, async ({ params }) => {
  const { email, alerts } = await alertsOfLink(params.token);
  return alertLinkPage({
    token: params.token,
    email,
    alerts,
    unseen: await unseenBy(email),
    forgottenOn: await forgottenOn(email),
    now: now().toISOString(),
    today: today(),
  });
});

serveForm(alertRouter, alertContracts.changeByLink, {
  handle: ({ params, body }) => changeByLink(params.token, body),
  done: (_alert, { params, body }) => ({ to: `/alertes/${params.token}`, notice: changeNotices[body.act] }),
});

serveForm(alertRouter, alertContracts.resumeRhythm, {
  handle: ({ params }) => resumeRhythm(params.token),
  done: (_nothing, { params }) => ({ to: `/alertes/${params.token}`, notice: alertNotices.rhythmResumed }),
});

serveForm(alertRouter, alertContracts.stopAll, {
  handle: ({ params }) => stopAllByLink(params.token),
  done: (_nothing, { params }) => ({ to: `/alertes/${params.token}`, notice: alertNotices.allStopped }),
});

serveRedirect(alertRouter, alertContracts.unsubscribePage, ({ params }) => `/alertes/${params.token}`);

serveText(alertRouter, alertContracts.unsubscribe, "text/plain", async ({ params }) => {
  await stopAllByLink(params.token);
  return alertNotices.allStopped;
});

type Shown = { typed: Typed; errors: Readonly<Record<string, string>> };

const showNewAlert = async (actor: Actor, asked: OfferSearch, { typed, errors }: Shown): Promise<Page> =>
  newAlertPage({ asked, understood: await understandSearch(asked), signedIn: actor.role !== "visitor", typed, errors });
