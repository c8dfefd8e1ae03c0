import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, EmptyState, Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { MyAction } from "./action-facts.ts";
import { actionKindLabels, sayAction, stepLabels } from "./action-words.ts";

/** The actions proposed to the person, and those they take part in. */
export const myActionsPage = ({ actions, today }: { actions: readonly MyAction[]; today: string }): Page => ({
  title: "Mes actions",
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Mes actions</h1>
      <p class="soft">Des ateliers et des rencontres, en petit groupe, pour avancer vers un emploi.</p>
      {actions.length === 0 && (
        <EmptyState title="Aucune action pour le moment">
          <p>Votre référent, ou un chargé de mission, peut vous en proposer une.</p>
        </EmptyState>
      )}
      {actions.map((mine) => (
        <One key={mine.id} mine={mine} action={`/mes-actions/${mine.id}`} today={today} />
      ))}
    </div>
  ),
});

/** Behind the mail's link: the action and two buttons. Nothing happens by looking. */
export const actionLinkPage = ({ mine, token, today }: { mine: MyAction; token: string; today: string }): Page => ({
  title: mine.action.title,
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Une action pour vous</h1>
      <One mine={mine} action={`/actions/${token}`} today={today} />
    </div>
  ),
});

const One = ({ mine, action, today }: { mine: MyAction; action: string; today: string }): VNode => (
  <Card as="article" tone={mine.status === "proposed" && mine.isOpen ? "saffron" : "plain"}>
    <h2 class="h3">{mine.action.title}</h2>
    <p class="soft">
      {actionKindLabels[mine.action.kind]}, {sayAction(mine.action, today)}
    </p>
    <ul class="dots">
      {[...mine.action.steps]
        .sort((one, other) => one.day.localeCompare(other.day))
        .map(({ id, kind, day, place }) => (
          <li key={id}>
            <b>{stepLabels[kind]}</b>, {sayDay(day, today)}
            {place && `, ${place}`}
          </li>
        ))}
    </ul>
    <State mine={mine} />
    <Answers mine={mine} action={action} />
  </Card>
);

const State = ({ mine }: { mine: MyAction }): VNode | null => {
  const said = sayState(mine);
  return said ? (
    <Notice kind={mine.action.cancelledAt === null ? "done" : "wrong"}>
      <p>{said}</p>
    </Notice>
  ) : null;
};

const sayState = ({ action, status, isPlaced, isOpen }: MyAction): string | null => {
  if (action.cancelledAt !== null) return "Cette action est annulée. Vous n’avez rien à faire.";
  if (status === "accepted")
    return isPlaced
      ? "Vous avez une place."
      : "Vous êtes sur la liste d’attente. Dès qu’une place se libère, elle est à vous.";
  if (status === "declined") return "Vous avez dit non. D’autres actions viendront.";
  if (status === "left") return "Vous avez arrêté cette action.";
  return isOpen ? null : "Cette action est terminée.";
};

const Answers = ({ mine: { status, isOpen }, action }: { mine: MyAction; action: string }): VNode | null => {
  if (!isOpen) return null;
  if (status === "accepted")
    return (
      <Press action={action} answer="leave" plain>
        Je ne viens plus
      </Press>
    );
  return (
    <div class="row">
      <Press action={action} answer="yes" plain={status !== "proposed"}>
        {status === "proposed" ? "Oui, je participe" : "Finalement, je participe"}
      </Press>
      {status === "proposed" && (
        <Press action={action} answer="no" plain>
          Non merci
        </Press>
      )}
    </div>
  );
};

type PressProps = { action: string; answer: "yes" | "no" | "leave"; plain?: boolean; children: string };

const Press = ({ action, answer, plain, children }: PressProps): VNode => (
  <Form action={action} hidden={{ answer }} class="stack-s">
    <Button kind={plain ? "plain" : "primary"}>{children}</Button>
  </Form>
);
