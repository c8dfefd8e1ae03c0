import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Form } from "#client/kernel/form.tsx";
import { Ago, sayDay } from "#client/kernel/say.tsx";
import type { Alert } from "#shared/alerts/alert.ts";
import { isAwake } from "#shared/alerts/alert-rules.ts";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { frequencyLabels } from "./alert-words.ts";
import { alertSearchAddress } from "./say-alert.ts";

type AlertCardProps = {
  alert: Alert;
  /** Where its forms go: the person's own page, or the page of a mail's link. */
  action: string;
  hidden?: Readonly<Record<string, string>>;
  now: string;
  today: Day;
};

export const AlertCard = (props: AlertCardProps): VNode => {
  const { alert, now, today } = props;
  const awake = isAwake(alert, new Date(now));
  return (
    <Card as="li" tone={awake ? "pine" : "plain"}>
      <h2 class="h3">{alert.label}</h2>
      <p class="tags">
        <Tag tone={awake ? "pine" : "saffron"}>{awake ? frequencyLabels[alert.frequency] : sayPause(alert)}</Tag>
      </p>
      <p class="small soft">
        {alert.lastSentAt === null ? (
          "Aucun mail envoyé pour le moment."
        ) : (
          <>
            Dernier mail : <Ago day={dayOf(new Date(alert.lastSentAt))} today={today} />.
          </>
        )}{" "}
        <a href={alertSearchAddress(alert.query)}>
          Voir les offres<span class="vh"> : {alert.label}</span>
        </a>
      </p>
      {awake ? <WhileAwake {...props} /> : <WhilePaused {...props} />}
    </Card>
  );
};

const sayPause = ({ pausedUntil }: Alert): string =>
  pausedUntil === null ? "En pause" : `En pause jusqu’au ${sayDay(dayOf(new Date(pausedUntil)))}`;

type Act = Pick<AlertCardProps, "alert" | "action" | "hidden"> & {
  act: Readonly<Record<string, string>>;
  kind?: "second" | "plain" | "danger";
  children: string;
};

const ActButton = ({ alert, action, hidden, act, kind = "plain", children }: Act): VNode => (
  <Form action={action} hidden={{ ...hidden, ...act }} class="inline">
    <Button kind={kind} small label={`${children} : ${alert.label}`}>
      {children}
    </Button>
  </Form>
);

const WhileAwake = (props: AlertCardProps): VNode => {
  const other = props.alert.frequency === "weekly" ? "daily" : "weekly";
  return (
    <Details
      summary={
        <>
          Mettre en pause, changer ou arrêter<span class="vh"> : {props.alert.label}</span>
        </>
      }
    >
      <div class="row">
        <ActButton {...props} act={{ act: "pause", pauseFor: "14" }}>
          Pause de 2 semaines
        </ActButton>
        <ActButton {...props} act={{ act: "pause", pauseFor: "30" }}>
          Pause d’un mois
        </ActButton>
        <ActButton {...props} act={{ act: "pause" }}>
          Pause sans date de fin
        </ActButton>
      </div>
      <div class="row">
        <ActButton {...props} act={{ act: "frequency", frequency: other }}>
          {other === "weekly" ? "Passer à une fois par semaine" : "Passer à chaque matin"}
        </ActButton>
        <ActButton {...props} act={{ act: "stop" }} kind="danger">
          Arrêter cette alerte
        </ActButton>
      </div>
    </Details>
  );
};

const WhilePaused = (props: AlertCardProps): VNode => (
  <div class="row">
    <ActButton {...props} act={{ act: "resume" }} kind="second">
      Reprendre
    </ActButton>
    <ActButton {...props} act={{ act: "stop" }} kind="danger">
      Arrêter cette alerte
    </ActButton>
  </div>
);
