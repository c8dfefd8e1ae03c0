import type { ComponentChildren, VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Facts, Notice, Tag } from "#client/design/card.tsx";
import { ErrorSummary, type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { LiveMark, readAgainAt } from "#client/positionings/live-mark.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { sayCancelling, sayWhen, sayWhere, statusLabels } from "./dating-words.ts";

type Run = {
  readonly event: JobDating;
  readonly over: boolean;
  readonly today: string;
  /** With a place or waiting for one: they are told of a cancelling. */
  readonly registered: number;
  readonly errors: Errors;
  readonly next: VNode;
  readonly facts: readonly (readonly [string, string | number])[];
  readonly words: { readonly change: string; readonly cancel: string };
  readonly children: ComponentChildren;
};

/** An event may still change: neither cancelled nor over. */
export const isLive = ({ event, over }: Pick<Run, "event" | "over">): boolean => event.status !== "cancelled" && !over;

/** An event as its officer runs it: what comes next, when and where; at the end, its cancelling. */
export const runEventPage = ({ event, over, today, registered, errors, next, facts, words, children }: Run): Page => {
  const live = isLive({ event, over });
  const address = `/bureau/evenements/${event.id}`;
  return {
    title: event.title,
    section: "events",
    wide: true,
    robots: "noindex",
    scripts: ["desk"],
    body: (
      <div class="wrap wide body stack" {...readAgainAt(address, errors)}>
        <Breadcrumb links={[{ href: "/bureau/evenements", label: "Événements" }]} here={event.title} />
        <div class="row spread">
          <h1>{event.title}</h1>
          <div class="row">
            <LiveMark />
            <Tag tone={event.status === "published" ? "pine" : "saffron"}>{statusLabels[event.status]}</Tag>
          </div>
        </div>
        <ErrorSummary errors={errors} />
        {next}
        <Facts facts={[["Quand", sayWhen(event, today)], ["Où", sayWhere(event)], ...facts]} />
        {live && (
          <p>
            <ButtonLink kind="plain" href={`${address}/modifier`}>
              {words.change}
            </ButtonLink>
          </p>
        )}
        {children}
        {live && (
          <Form action={`${address}/annulation`} hidden={{ version: event.version }} class="stack-s">
            <p class="small soft">{sayCancelling(registered)}</p>
            <Button kind="danger">{words.cancel}</Button>
          </Form>
        )}
      </div>
    ),
  };
};

export const Cancelled = ({ children }: { children: string }): VNode => (
  <Notice kind="wrong">
    <p>{children}</p>
  </Notice>
);

export const Publish = ({ event }: { event: JobDating }): VNode => (
  <Form action={`/bureau/evenements/${event.id}/publication`} hidden={{ version: event.version }}>
    <Button>Publier et ouvrir les inscriptions</Button>
  </Form>
);
