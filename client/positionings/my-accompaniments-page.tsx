import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, EmptyState, Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { AskingFacts } from "./accompaniment-facts.ts";
import { whatIsSeen } from "./accompaniment-words.ts";

type Props = { accompaniments: readonly AskingFacts[]; today: string };

/** Who accompanies the person, who asks to, and the one press that ends it. */
export const myAccompanimentsPage = ({ accompaniments, today }: Props): Page => ({
  title: "Qui m’accompagne",
  section: "account",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Qui m’accompagne</h1>
      {accompaniments.length === 0 && (
        <EmptyState title="Personne ne vous accompagne ici">
          <p>Votre référent peut vous envoyer une demande. Vous décidez.</p>
        </EmptyState>
      )}
      {accompaniments.map((one) => (
        <One key={one.id} asking={one} action={`/mes-accompagnements/${one.id}`} today={today} />
      ))}
    </div>
  ),
});

type LinkProps = { asking: AskingFacts; token: string; today: string };

/** Behind the mail's link: who asks, what a yes opens, two buttons. Nothing happens by looking. */
export const accompanimentLinkPage = ({ asking, token, today }: LinkProps): Page => ({
  title: "Une demande d’accompagnement",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Une demande d’accompagnement</h1>
      <One asking={asking} action={`/accompagnements/${token}`} today={today} />
    </div>
  ),
});

const One = ({ asking, action, today }: { asking: AskingFacts; action: string; today: string }): VNode => {
  const on = sayDay(dayOf(new Date(asking.statusAt)), today);
  if (asking.status === "asked")
    return (
      <Card as="section" tone="saffron">
        <h2 class="h3">{asking.name} demande à vous accompagner</h2>
        <p>Si vous dites oui, cette personne du Département voit :</p>
        <ul class="dots">
          {whatIsSeen.map((seen) => (
            <li key={seen}>{seen}</li>
          ))}
        </ul>
        <p>Elle peut vous proposer pour une offre. Vous pouvez arrêter à tout moment.</p>
        <div class="row">
          <Press action={action} answer="yes">
            Oui, j’accepte
          </Press>
          <Press action={action} answer="no" plain>
            Non merci
          </Press>
        </div>
      </Card>
    );
  if (asking.status === "accepted")
    return (
      <Card as="section">
        <h2 class="h3">{asking.name} vous accompagne</h2>
        <p class="soft">Depuis le {on}. Cette personne voit votre CV et vos offres.</p>
        <Press action={action} answer="end" plain>
          Arrêter l’accompagnement
        </Press>
      </Card>
    );
  return (
    <Notice kind="done">
      <p>
        {asking.status === "refused"
          ? `Vous avez dit non à ${asking.name}, le ${on}.`
          : `L’accompagnement de ${asking.name} s’est arrêté le ${on}.`}
      </p>
    </Notice>
  );
};

type PressProps = { action: string; answer: "yes" | "no" | "end"; plain?: boolean; children: string };

const Press = ({ action, answer, plain, children }: PressProps): VNode => (
  <Form action={action} hidden={{ answer }} class="stack-s">
    <Button kind={plain ? "plain" : "primary"}>{children}</Button>
  </Form>
);
