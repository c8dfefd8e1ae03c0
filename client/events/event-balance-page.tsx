import type { ComponentChildren, VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { sayWhen, sayWhere } from "./dating-words.ts";
import { PrintButton } from "./print-button.tsx";

type Props = { readonly event: JobDating; readonly children: ComponentChildren };

/** What an event gave: on a screen, on paper, in a spreadsheet. */
export const eventBalancePage = ({ event, children }: Props): Page => ({
  title: `Bilan, ${event.title}`,
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="no-print">
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: `/bureau/evenements/${event.id}`, label: event.title },
          ]}
          here="Bilan"
        />
      </div>
      <h1>Bilan</h1>
      <p class="lead">
        {event.title}, {sayWhen(event)}, {sayWhere(event)}
      </p>
      {children}
    </div>
  ),
});

export const TakeAway = ({ event }: { event: JobDating }): VNode => (
  <div class="no-print row">
    <PrintButton />
    <ButtonLink kind="second" href={`/bureau/evenements/${event.id}/bilan.csv`}>
      Télécharger le tableau
    </ButtonLink>
  </div>
);
