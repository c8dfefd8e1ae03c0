import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { ErrorSummary, type Errors, Form, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayHour } from "#client/kernel/say.tsx";
import { TextField } from "#client/kernel/text-fields.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import { timeZone } from "#shared/kernel/calendar.ts";
import { sayBadge, sayMeeting, sayWhen } from "./dating-words.ts";
import { Unnamed } from "./forums/unnamed.tsx";

export type DoorPerson = {
  readonly registration: Registration;
  readonly waits: boolean;
  readonly first: DatingMeeting | null;
};

export type DoorProps = {
  readonly dating: JobDating;
  readonly people: readonly DoorPerson[];
  readonly open: boolean;
  /** Letters a camera read: they wait in the field, and nothing happens before the button. */
  readonly code: string | null;
  /** At a forum: how many came in without a name, and the key of the next one. */
  readonly unnamed: number;
  readonly unnamedKey: string;
  readonly typed: Typed;
  readonly errors: Errors;
};

/** Who comes in. With script it goes on without network; without script it is a form and a list. */
export const doorPage = (props: DoorProps): Page => {
  const { dating, people, open, code, typed, errors } = props;
  const expected = people.filter(({ waits }) => !waits);
  const arrived = expected.filter(({ registration }) => registration.arrivedAt !== null).length;
  return {
    title: `Accueil, ${dating.title}`,
    section: "events",
    robots: "noindex",
    camera: true,
    scripts: ["door"],
    body: (
      <div
        class="wrap narrow body stack"
        data-door={dating.id}
        data-door-open={open ? "yes" : "no"}
        data-time-zone={timeZone}
      >
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: `/bureau/evenements/${dating.id}`, label: dating.title },
          ]}
          here="Accueil"
        />
        <h1>Accueil</h1>
        <p class="lead">
          {dating.title}, {sayWhen(dating)}
        </p>
        <p data-door-line="" class="num" role="status">
          Arrivées : <b data-door-count="">{arrived}</b> sur {expected.length}
          <span data-door-state="" class="small soft" />
        </p>
        <ErrorSummary errors={errors} />
        {!open && (
          <Notice>
            <p>La porte ouvre trois heures avant le début, et ferme à la fin.</p>
          </Notice>
        )}
        <div data-door-answer="" role="alert" />
        <Form action={`/bureau/evenements/${dating.id}/arrivees`} class="door-code">
          <TextField
            name="code"
            label="Code de six lettres"
            autocomplete="off"
            maxLength={8}
            typed={{ ...(code === null ? {} : { code }), ...typed }}
            errors={errors}
          />
          <Button>Noter l’arrivée</Button>
        </Form>
        <div data-door-camera="" hidden>
          <button type="button" class="button second" data-door-scan="">
            Lire le code avec la caméra
          </button>
          <video data-door-video="" class="door-video" muted playsInline hidden>
            <track kind="captions" />
          </video>
        </div>
        <p class="small soft">
          L’appareil photo d’un téléphone lit aussi le code : il ouvre cette page, les lettres sont remplies.
        </p>
        <div data-door-pending="" />
        {isForum(dating) && <Unnamed {...props} />}
        <People {...props} />
        <p class="small soft no-print">
          <ButtonLink kind="plain" href={`/evenements/${dating.id}`}>
            Inscrire quelqu’un qui n’est pas dans la liste
          </ButtonLink>
        </p>
      </div>
    ),
  };
};

const People = ({ dating, people, open }: DoorProps): VNode => (
  <section class="stack-s" aria-labelledby="liste">
    <h2 id="liste">Par le nom</h2>
    <div class="field" data-door-filter="" hidden>
      <label for="door-filter">Chercher un nom</label>
      <input id="door-filter" type="search" autocomplete="off" />
    </div>
    {people.length === 0 ? (
      <p class="soft">Personne n’est inscrit.</p>
    ) : (
      <ul class="door-list">
        {people.map((person) => (
          <OnePerson key={person.registration.id} dating={dating} person={person} open={open} />
        ))}
      </ul>
    )}
  </section>
);

type OneProps = { dating: JobDating; person: DoorPerson; open: boolean };

const OnePerson = ({ dating, person: { registration, waits, first }, open }: OneProps): VNode => {
  const { id, firstName, lastName, code, arrivedAt } = registration;
  const name = `${firstName} ${lastName}`;
  const where = isForum(dating) ? "Bienvenue." : first === null ? "aucune rencontre prévue" : sayMeeting(dating, first);
  return (
    <li
      data-door-person={id}
      data-code={code}
      data-name={name}
      data-badge={sayBadge(registration)}
      data-first={where}
      data-waits={waits ? "yes" : "no"}
      data-arrived={arrivedAt ?? ""}
    >
      <span>
        <b>{name}</b> <span class="soft num">n° {sayBadge(registration)}</span>
        <br />
        <span class="small soft">{waits ? "liste d’attente" : isForum(dating) ? "" : where}</span>
      </span>
      <span data-door-mark="" class="tag pine" hidden={arrivedAt === null}>
        {arrivedAt === null ? "arrivée" : `arrivée à ${sayHour(new Date(arrivedAt))}`}
      </span>
      {!waits && open && <Gesture dating={dating} registration={registration} name={name} />}
    </li>
  );
};

type GestureProps = { dating: JobDating; registration: Registration; name: string };

const Gesture = ({ dating, registration: { id, arrivedAt }, name }: GestureProps): VNode =>
  arrivedAt === null ? (
    <Form action={`/bureau/evenements/${dating.id}/arrivees`} hidden={{ registrationId: id }} class="inline">
      <Button kind="second" small label={`Noter l’arrivée : ${name}`}>
        Noter l’arrivée
      </Button>
    </Form>
  ) : (
    <Details summary={<span class="small">Erreur ?</span>}>
      <Form action={`/bureau/evenements/${dating.id}/arrivees/${id}/annulation`} class="inline">
        <Button kind="link" label={`Effacer l’arrivée : ${name}`}>
          Effacer cette arrivée
        </Button>
      </Form>
    </Details>
  );
