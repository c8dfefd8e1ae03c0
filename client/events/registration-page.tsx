import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState, Facts, Notice } from "#client/design/card.tsx";
import { QrCode } from "#client/design/qr-code.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import { nameOf, sayWhen, sayWhere, slotLabel, tableNumber } from "./dating-words.ts";

export type MyRegistration = {
  readonly dating: JobDating;
  readonly registration: Registration;
  readonly waiting: boolean;
  readonly over: boolean;
  readonly meetings: readonly DatingMeeting[];
  /** What the code read by a camera says: a page that only officers may open. */
  readonly doorUrl: string;
  /** The hall's screen, on the day. */
  readonly hall: string | null;
};

/** From the link of a mail, without signing in. Nothing happens until a button is pressed. */
export const registrationPage = ({
  mine,
  token,
  today,
}: {
  mine: MyRegistration;
  token: string;
  today: string;
}): Page => ({
  title: mine.dating.title,
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>{mine.dating.title}</h1>
      <RegistrationBody mine={mine} today={today} calendar={`/inscriptions/${token}/agenda.ics`} heading="h2" />
      {mine.registration.status === "unconfirmed" && !mine.over && (
        <Form action={`/inscriptions/${token}/confirmation`}>
          <Button>Confirmer mon inscription</Button>
        </Form>
      )}
      <div id="ne-plus-venir">
        <Leaving mine={mine} action={`/inscriptions/${token}/annulation`} />
      </div>
    </div>
  ),
});

export const myDatingsPage = ({ mine, today }: { mine: readonly MyRegistration[]; today: string }): Page => ({
  title: "Mes événements",
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Mes événements</h1>
      {mine.length === 0 ? (
        <EmptyState title="Aucune inscription">
          <p>Un job dating : plusieurs entreprises rencontrées le même jour.</p>
          <p>
            <ButtonLink href="/evenements">Voir les événements à venir</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <>
          <ul class="stack">
            {mine.map((one) => (
              <Card as="li" key={one.registration.id}>
                <h2 class="h3">
                  <a href={`/evenements/${one.dating.id}`}>{one.dating.title}</a>
                </h2>
                <RegistrationBody
                  mine={one}
                  today={today}
                  calendar={`/mes-evenements/${one.registration.id}/agenda.ics`}
                  heading="h3"
                />
                <Leaving mine={one} action={`/mes-evenements/${one.registration.id}/annulation`} />
              </Card>
            ))}
          </ul>
          <p>
            <a href="/evenements">Voir les autres événements</a>
          </p>
        </>
      )}
    </div>
  ),
});

type Heading = "h2" | "h3";
type BodyProps = { mine: MyRegistration; today: string; calendar: string; heading: Heading };

const RegistrationBody = ({ mine, today, calendar, heading }: BodyProps): VNode => (
  <>
    <Facts
      facts={[
        ["Quand", sayWhen(mine.dating, today)],
        ["Où", sayWhere(mine.dating)],
      ]}
    />
    <Standing mine={mine} heading={heading} />
    {hasPlace(mine) && <Entrance mine={mine} calendar={calendar} heading={heading} />}
  </>
);

/** What is shown at the door: read by a camera, or said aloud. */
const Entrance = ({ mine, calendar, heading: Title }: Omit<BodyProps, "today">): VNode => (
  <section class="stack-s">
    <Title class="h3">À l’entrée, montrez ceci</Title>
    <QrCode text={mine.doorUrl} label={`Image du code ${mine.registration.code}, à montrer à l’entrée`} />
    <p>
      Ou dites ces six lettres : <b class="entrance-code">{mine.registration.code}</b>
    </p>
    {mine.hall !== null && (
      <p class="no-print">
        <a href={mine.hall}>Suivre les tables en direct</a>
      </p>
    )}
    {!mine.over && (
      <p class="no-print">
        <a href={calendar} download="job-dating.ics">
          Ajouter à mon agenda
        </a>
      </p>
    )}
  </section>
);

const hasPlace = ({ dating, registration, waiting }: MyRegistration): boolean =>
  dating.status === "published" && registration.status === "active" && !waiting;

const Standing = ({ mine, heading: Title }: { mine: MyRegistration; heading: Heading }): VNode => {
  const { dating, registration, waiting, meetings } = mine;
  if (dating.status === "cancelled") return <Said kind="wrong">Cet événement est annulé.</Said>;
  if (registration.status === "cancelled") return <Said>Vous ne venez plus. Votre place est donnée.</Said>;
  if (registration.status === "unconfirmed") return <Said>Il reste à confirmer votre inscription.</Said>;
  if (waiting) return <Said>Vous êtes sur la liste d’attente. Si une place se libère, elle est à vous.</Said>;
  if (isForum(dating)) return <Said kind="done">Nous vous attendons. Venez quand vous voulez, entre ces heures.</Said>;
  if (!dating.announced) return <Said kind="done">Vous avez une place. Vos horaires viendront par mail.</Said>;
  if (meetings.length === 0)
    return <Said>Vous n’avez pas de rencontre prévue. Venez quand même : des places se libèrent.</Said>;
  return (
    <section class="stack-s">
      <Title class="h3">Vos rencontres</Title>
      <ol class="stack-s">
        {meetings.map(({ companyId, table, slot }) => (
          <li key={slot}>
            <b>{slotLabel(dating, slot)}</b> : {nameOf(dating, companyId)}, table{" "}
            {tableNumber(dating, companyId, table)}
          </li>
        ))}
      </ol>
    </section>
  );
};

const Said = ({ kind = "act", children }: { kind?: "act" | "done" | "wrong"; children: string }): VNode => (
  <Notice kind={kind}>
    <p>{children}</p>
  </Notice>
);

const Leaving = ({ mine, action }: { mine: MyRegistration; action: string }): VNode | null =>
  mine.registration.status === "cancelled" || mine.dating.status === "cancelled" || mine.over ? null : (
    <Form action={action} class="stack-s">
      <p class="small soft">Vous ne pouvez plus venir ? Votre place ira à une autre personne.</p>
      <Button kind="plain" label={`Je ne viens plus : ${mine.dating.title}`}>
        Je ne viens plus
      </Button>
    </Form>
  );

/** The same for every address, known or not. */
export const registrationAskedPage = (): Page => ({
  title: "Regardez vos mails",
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Regardez vos mails</h1>
      <p>Nous venons de vous écrire. Ouvrez le mail, puis confirmez : l’inscription compte à ce moment.</p>
      <p class="soft">Rien reçu dans 5 minutes ? Regardez dans les indésirables, ou appelez-nous.</p>
      <p>
        <ButtonLink href="/evenements" kind="second">
          Revenir aux événements
        </ButtonLink>
      </p>
    </div>
  ),
});
