import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Form } from "#client/kernel/form.tsx";
import { Ago, sayDay } from "#client/kernel/say.tsx";
import { type Alert, alertFrequencies } from "#shared/alerts/alert.ts";
import { paceOf } from "#shared/alerts/alert-pace.ts";
import { isAwake } from "#shared/alerts/alert-rules.ts";
import { type Day, dayOf } from "#shared/kernel/calendar.ts";
import { frequencyLabels, paceLabels, sayRhythm, weekdayLabels } from "./alert-words.ts";
import { alertSearchAddress } from "./say-alert.ts";
import { describeReading } from "./say-reading.ts";

type AlertCardProps = {
  alert: Alert;
  /** Where its forms go: the person's own page, or the page of a mail's link. */
  action: string;
  hidden?: Readonly<Record<string, string>>;
  /** Mails without a click or a visit: they may have slowed it down. */
  unseen: number;
  now: string;
  today: Day;
};

export const AlertCard = (props: AlertCardProps): VNode => {
  const { alert, unseen, now, today } = props;
  const pace = paceOf(alert.frequency, unseen);
  const awake = isAwake(alert, new Date(now));
  return (
    <Card as="li" tone={awake ? "pine" : "plain"}>
      <h2 class="h3">{alert.label}</h2>
      <p class="tags">
        <Tag tone={awake ? "pine" : "saffron"}>{awake ? sayRhythm(alert) : sayPause(alert)}</Tag>
        {awake && pace !== alert.frequency && <Tag tone="saffron">Ralentie : {paceLabels[pace]}</Tag>}
      </p>
      <Reading alert={alert} />
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

/** What the words were read as, so that nobody waits for offers that were misread. */
const Reading = ({ alert }: { alert: Alert }): VNode | null => {
  const said = describeReading(alert.query.text).map(({ label, value }) => `${label} : ${value}.`);
  const corrected = alert.typed === null ? [] : [`Nous avons lu « ${alert.query.text} ».`];
  return said.length + corrected.length === 0 ? null : <p class="small">{[...corrected, ...said].join(" ")}</p>;
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

const WhileAwake = (props: AlertCardProps): VNode => (
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
    <ChangeRhythm {...props} />
    <ActButton {...props} act={{ act: "stop" }} kind="danger">
      Arrêter cette alerte
    </ActButton>
  </Details>
);

/** Its fields are named apart: several alerts stand on one page. */
const ChangeRhythm = ({ alert, action, hidden }: AlertCardProps): VNode => (
  <Form action={action} hidden={{ ...hidden, act: "frequency" }} class="stack">
    <label>
      <span>
        Rythme<span class="vh"> : {alert.label}</span>
      </span>
      <select name="frequency">
        {alertFrequencies.map((value) => (
          <option key={value} value={value} selected={value === alert.frequency}>
            {frequencyLabels[value]}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span>
        Jour, si c’est par semaine<span class="vh"> : {alert.label}</span>
      </span>
      <select name="weekday">
        {Object.entries(weekdayLabels).map(([value, label]) => (
          <option key={value} value={value} selected={value === String(alert.weekday ?? 1)}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <Button kind="plain" small label={`Changer le rythme : ${alert.label}`}>
      Changer le rythme
    </Button>
  </Form>
);

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
