import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayDay, saySince } from "#client/kernel/say.tsx";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { MarkKind } from "#shared/positionings/todo-mark.ts";
import type { Moment } from "./card-facts.ts";
import type { DeskItem } from "./today-page.tsx";

export type Colleague = { readonly value: string; readonly label: string };

/** A press of the last minutes, which can be taken back. */
export type FreshMark = {
  readonly key: string;
  readonly kind: MarkKind;
  readonly what: string;
  readonly to: string | null;
};

type LineProps = { item: DeskItem; at: Moment; colleagues: readonly Colleague[]; everyone: boolean };

/** What waits, its one next action, and three ways to set it aside. */
export const TodoLine = ({ item, at, colleagues, everyone }: LineProps): VNode => {
  const { key, since, what, about, act, late, handedBy } = item;
  const hidden = { key, since, qui: everyone ? "tous" : "moi" };
  return (
    <li class={`card row spread todo${late ? " edge-saffron" : ""}`}>
      <div>
        <p>
          <b>{what}</b>
        </p>
        <p class="small soft">
          {about} · <span title={sayDay(dayOf(new Date(since)), at.today)}>{sayWait(since, at.now)}</span>
          {handedBy && ` · ${handedBy}`}
        </p>
      </div>
      <Form action="/bureau/a-faire" hidden={hidden} class="row todo-acts">
        <ButtonLink kind="plain" small href={act.href} label={`${act.label} : ${what}`}>
          {act.label}
        </ButtonLink>
        <Button kind="plain" small name="act" value="done" label={`C’est fait : ${what}`}>
          Fait
        </Button>
        <Button kind="plain" small name="act" value="tomorrow" label={`Reporter à demain : ${what}`}>
          Demain
        </Button>
        <details class="todo-more">
          <summary aria-label={`Autre : ${what}`}>Autre</summary>
          <div class="card stack-s">
            <Button kind="link" name="act" value="week" label={`Dans une semaine : ${what}`}>
              Dans une semaine
            </Button>
            {colleagues.map(({ value, label }) => (
              <Button key={value} kind="link" name="act" value={value} label={`Confier à ${label} : ${what}`}>
                Confier à {label}
              </Button>
            ))}
          </div>
        </details>
      </Form>
    </li>
  );
};

/** "attend depuis 3 jours": the day beside it may be another one. */
const sayWait = (since: string, now: Date): string => {
  const said = saySince(since, now);
  return said.startsWith("depuis") ? `attend ${said}` : said;
};

const said: Record<MarkKind, (to: string | null) => string> = {
  done: () => "Fait",
  postponed: () => "Reporté",
  handed: (to) => `Confié à ${to ?? "un collègue"}`,
};

/** What was just pressed. */
export const FreshMarks = ({ marks, everyone }: { marks: readonly FreshMark[]; everyone: boolean }): VNode | null =>
  marks.length === 0 ? null : (
    <ul class="stack-s" aria-label="Ce que vous venez de faire">
      {marks.map(({ key, kind, what, to }) => (
        <li key={key} class="notice done">
          <Form action="/bureau/a-faire/annulation" hidden={{ key, qui: everyone ? "tous" : "moi" }} class="row spread">
            <span>
              {said[kind](to)} : {what}
            </span>
            <Button kind="link" label={`Annuler : ${what}`}>
              Annuler
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
