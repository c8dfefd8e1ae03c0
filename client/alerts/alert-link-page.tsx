import { Button, ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { Alert } from "#shared/alerts/alert.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { AlertCard } from "./alert-card.tsx";
import { ForgottenNotice } from "./forgotten-notice.tsx";
import { SlowedNotice } from "./slowed-notice.tsx";

type AlertLink = {
  token: string;
  email: string;
  alerts: readonly Alert[];
  unseen: number;
  /** The day announced by mail, when there was no sign of the person for long. */
  forgottenOn: Day | null;
  now: string;
  today: Day;
};

/** Opened from a mail, without signing in. Nothing happens until a button is pressed. */
export const alertLinkPage = ({ token, email, alerts, unseen, forgottenOn, now, today }: AlertLink): Page => ({
  title: "Vos alertes",
  section: "alerts",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Vos alertes</h1>
      <p class="soft">Elles écrivent à {email}.</p>
      {alerts.length === 0 ? (
        <EmptyState title="Plus aucune alerte">
          <p>Nous ne vous écrirons plus. Vous pouvez revenir quand vous voulez.</p>
          <p>
            <ButtonLink href="/offres" kind="second">
              Voir les offres
            </ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <>
          <ForgottenNotice on={forgottenOn} action={`/alertes/${token}/rythme`} />
          <SlowedNotice unseen={unseen} action={`/alertes/${token}/rythme`} />
          <ul class="stack">
            {alerts.map((alert) => (
              <AlertCard
                key={alert.id}
                alert={alert}
                action={`/alertes/${token}`}
                hidden={{ alert: alert.id }}
                unseen={unseen}
                now={now}
                today={today}
              />
            ))}
          </ul>
          <Form action={`/alertes/${token}/tout-arreter`}>
            <Button kind="danger">Arrêter toutes mes alertes</Button>
          </Form>
        </>
      )}
    </div>
  ),
});
