import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { Alert } from "#shared/alerts/alert.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { AlertCard } from "./alert-card.tsx";

type MyAlerts = { alerts: readonly Alert[]; unseen: number; now: string; today: Day };

export const myAlertsPage = ({ alerts, unseen, now, today }: MyAlerts): Page => ({
  title: "Mes alertes",
  section: "alerts",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Mes alertes</h1>
      {alerts.length === 0 ? (
        <EmptyState title="Aucune alerte pour le moment">
          <p>Cherchez des offres, puis demandez à recevoir les nouvelles par mail.</p>
          <p>
            <ButtonLink href="/offres">Chercher des offres</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <>
          <ul class="stack">
            {alerts.map((alert) => (
              <AlertCard
                key={alert.id}
                alert={alert}
                action={`/mes-alertes/${alert.id}`}
                unseen={unseen}
                now={now}
                today={today}
              />
            ))}
          </ul>
          <p>
            <a href="/offres">Chercher des offres pour une autre alerte</a>
          </p>
        </>
      )}
    </div>
  ),
});
