import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { Alert } from "#shared/alerts/alert.ts";
import { sayRhythm } from "./alert-words.ts";
import { alertSearchAddress, lower } from "./say-alert.ts";

type Confirm = { alert: Alert; token: string };

/** Mail scanners open links; only the button, a POST, starts the alert. */
export const confirmAlertPage = (props: Confirm): Page => ({
  title: props.alert.status === "unconfirmed" ? "Confirmer l’alerte" : "Votre alerte",
  section: "alerts",
  robots: "noindex",
  body: <div class="wrap narrow body stack">{bodyOf(props)}</div>,
});

const bodyOf = ({ alert, token }: Confirm): VNode => {
  if (alert.status === "unconfirmed")
    return (
      <>
        <h1>Encore un geste</h1>
        <p>
          <b>{alert.label}</b>
        </p>
        <p>Appuyez sur le bouton : vous recevrez les nouvelles offres {lower(sayRhythm(alert))}.</p>
        <Form action={`/alertes/confirmer/${token}`}>
          <Button>Confirmer l’alerte</Button>
        </Form>
        <p class="soft">Ce n’est pas vous ? Fermez cette page. Sans confirmation, rien ne part.</p>
      </>
    );
  if (alert.status === "stopped")
    return (
      <>
        <h1>Cette alerte est arrêtée</h1>
        <p>Pour la retrouver, enregistrez de nouveau la recherche.</p>
        <SeeOffers alert={alert} />
      </>
    );
  return (
    <>
      <h1>C’est confirmé</h1>
      <p>
        <b>{alert.label}</b>
      </p>
      <p>
        Nous vous écrirons {lower(sayRhythm(alert))}, s’il y a du nouveau. Chaque mail permet de mettre en pause ou
        d’arrêter.
      </p>
      <SeeOffers alert={alert} />
    </>
  );
};

const SeeOffers = ({ alert }: { alert: Alert }): VNode => (
  <p>
    <ButtonLink href={alertSearchAddress(alert.query)}>Voir les offres d’aujourd’hui</ButtonLink>
  </p>
);
