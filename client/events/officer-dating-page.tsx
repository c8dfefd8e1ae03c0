import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import type { Choice } from "#client/kernel/choice-fields.tsx";
import { type Errors, Form, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { EmailField, NumberField } from "#client/kernel/text-fields.tsx";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { CompanyTables } from "./company-tables.tsx";
import { DatingPeople } from "./dating-people.tsx";
import { audienceLabels } from "./dating-words.ts";
import { Cancelled, isLive, Publish, runEventPage } from "./run-event-page.tsx";

type Props = {
  dating: JobDating;
  placed: readonly Registration[];
  waiting: readonly Registration[];
  companies: readonly Choice[];
  over: boolean;
  today: string;
  /** The hall's screen, for whoever has its address. */
  hall: string;
  typed: Typed;
  errors: Errors;
};

/** One job dating as its officer runs it: what comes next, the tables, the people. */
export const officerDatingPage = (props: Props): Page => {
  const { dating, placed, waiting, over, today, typed, errors } = props;
  const live = isLive({ event: dating, over });
  return runEventPage({
    event: dating,
    over,
    today,
    registered: placed.length + waiting.length,
    errors,
    next: <NextStep dating={dating} placed={placed.length} live={live} />,
    facts: [
      [
        "Créneaux",
        `${slotsOf(dating).length} de ${dating.slotMinutes} min, ${dating.breakMinutes} min de pause entre deux`,
      ],
      ["Par personne", `${sayCount(dating.maxMeetings, "rencontre", "rencontres")} au plus`],
      [
        "Qui peut venir",
        `${audienceLabels[dating.audience]}, ${sayCount(dating.invitedIds.length, "personne invitée", "personnes invitées")}`,
      ],
    ],
    words: { change: "Modifier la date, le lieu ou les places", cancel: "Annuler ce job dating" },
    children: (
      <>
        {dating.status === "published" && <TheDay dating={dating} hall={props.hall} />}
        <CompanyTables dating={dating} companies={props.companies} live={live} typed={typed} errors={errors} />
        <DatingPeople dating={dating} placed={placed} waiting={waiting} live={live} />
        {live && <Inviting dating={dating} typed={typed} errors={errors} />}
      </>
    ),
  });
};

const NextStep = ({ dating, placed, live }: { dating: JobDating; placed: number; live: boolean }): VNode => {
  if (dating.status === "cancelled")
    return <Cancelled>Cet événement est annulé. Les personnes inscrites sont prévenues.</Cancelled>;
  if (dating.status === "draft" && live)
    return (
      <Card tone="saffron">
        <p>Personne ne le voit encore. Publier ouvre les inscriptions et envoie les invitations.</p>
        <Publish event={dating} />
      </Card>
    );
  return (
    <Card tone="pine">
      <p>
        {sayCount(placed, "personne a", "personnes ont")} une place sur {dating.capacity}.{" "}
        {dating.announced ? "Les horaires sont annoncés." : "Les horaires ne sont pas encore annoncés."}
      </p>
      <div class="row">
        <ButtonLink href={`/bureau/evenements/${dating.id}/planning`}>Ouvrir le planning</ButtonLink>
        <ButtonLink kind="second" href={`/evenements/${dating.id}`}>
          Inscrire quelqu’un
        </ButtonLink>
      </div>
    </Card>
  );
};

const TheDay = ({ dating, hall }: { dating: JobDating; hall: string }): VNode => (
  <section class="stack-s" aria-labelledby="le-jour">
    <h2 id="le-jour">Le jour même</h2>
    <div class="row">
      <ButtonLink kind="second" href={`/bureau/evenements/${dating.id}/accueil`}>
        Ouvrir l’accueil
      </ButtonLink>
      <ButtonLink kind="plain" href={hall}>
        Ouvrir l’écran de la salle
      </ButtonLink>
      <ButtonLink kind="plain" href={`/bureau/evenements/${dating.id}/badges`}>
        Imprimer les badges
      </ButtonLink>
      <ButtonLink kind="plain" href={`/bureau/evenements/${dating.id}/feuilles`}>
        Imprimer les feuilles de table
      </ButtonLink>
      <ButtonLink kind="plain" href={`/bureau/evenements/${dating.id}/bilan`}>
        Voir le bilan
      </ButtonLink>
    </div>
  </section>
);

const Inviting = ({ dating, typed, errors }: { dating: JobDating; typed: Typed; errors: Errors }): VNode => (
  <section class="stack" aria-labelledby="inviter">
    <h2 id="inviter">Inviter</h2>
    <p class="small soft">
      {dating.status === "draft"
        ? "Les mails partiront à la publication."
        : "Un mail part à chaque personne, une seule fois."}
    </p>
    <div class="grid3">
      {dating.companies.some(({ offerIds }) => offerIds.length > 0) && (
        <Form action={`/bureau/evenements/${dating.id}/invitations-par-profil`}>
          <NumberField
            name="perOffer"
            label="Par offre, combien de profils ?"
            hint="Les CV qui conviennent le mieux à chaque offre."
            typed={{ perOffer: "10", ...typed }}
            errors={errors}
          />
          <Button kind="second">Inviter les meilleurs profils</Button>
        </Form>
      )}
      <Form action={`/bureau/evenements/${dating.id}/invitations`}>
        <EmailField
          name="email"
          label="Adresse d’une personne"
          hint="Elle a un compte ici."
          typed={typed}
          errors={errors}
        />
        <Button kind="second">Inviter cette personne</Button>
      </Form>
    </div>
  </section>
);
