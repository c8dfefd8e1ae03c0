import type { ComponentChildren, VNode } from "preact";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { PrintButton } from "./print-button.tsx";

type Printed = {
  readonly title: string;
  readonly event: JobDating;
  /** How many there are, and what they show; on screen only. */
  readonly about: VNode;
  readonly count: number;
  readonly empty: { readonly title: string; readonly text: string };
  readonly sheets: ComponentChildren;
};

/** What is printed of an event: its trail, its button and its explanation stay on the screen. */
export const printedPage = ({ title, event, about, count, empty, sheets }: Printed): Page => ({
  title: `${title}, ${event.title}`,
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <div class="no-print stack">
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: `/bureau/evenements/${event.id}`, label: event.title },
          ]}
          here={title}
        />
        <h1>{title}</h1>
        {about}
        {count > 0 && <PrintButton />}
      </div>
      {count === 0 ? (
        <EmptyState title={empty.title}>
          <p>{empty.text}</p>
        </EmptyState>
      ) : (
        sheets
      )}
    </div>
  ),
});
