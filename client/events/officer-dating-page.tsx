import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts, Notice, Tag } from "#client/design/card.tsx";
import { Table } from "#client/design/table.tsx";
import type { Choice } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, type Errors, Form, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { EmailField, NumberField } from "#client/kernel/text-fields.tsx";
import { LiveMark } from "#client/positionings/live-mark.tsx";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { CompanyTables } from "./company-tables.tsx";
import { audienceLabels, nameOf, sayCancelling, sayWhen, sayWhere, statusLabels } from "./dating-words.ts";

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
  const live = dating.status !== "cancelled" && !over;
  return {
    title: dating.title,
    section: "events",
    wide: true,
    robots: "noindex",
    scripts: ["desk"],
    body: (
      <div class="wrap wide body stack">
        <Breadcrumb links={[{ href: "/bureau/evenements", label: "Événements" }]} here={dating.title} />
        <div class="row spread">
          <h1>{dating.title}</h1>
          <div class="row">
            <LiveMark />
            <Tag tone={dating.status === "published" ? "pine" : "saffron"}>{statusLabels[dating.status]}</Tag>
          </div>
        </div>
        <ErrorSummary errors={errors} />
        <NextStep dating={dating} placed={placed.length} live={live} />
        <Facts
          facts={[
            ["Quand", sayWhen(dating, today)],
            ["Où", sayWhere(dating)],
            [
              "Créneaux",
              `${slotsOf(dating).length} de ${dating.slotMinutes} min, ${dating.breakMinutes} min de pause entre deux`,
            ],
            ["Par personne", `${sayCount(dating.maxMeetings, "rencontre", "rencontres")} au plus`],
            [
              "Qui peut venir",
              `${audienceLabels[dating.audience]}, ${sayCount(dating.invitedIds.length, "personne invitée", "personnes invitées")}`,
            ],
          ]}
        />
        {live && (
          <p>
            <ButtonLink kind="plain" href={`/bureau/evenements/${dating.id}/modifier`}>
              Modifier la date, le lieu ou les places
            </ButtonLink>
          </p>
        )}
        {dating.status === "published" && <TheDay dating={dating} hall={props.hall} />}
        <CompanyTables dating={dating} companies={props.companies} live={live} typed={typed} errors={errors} />
        <People dating={dating} placed={placed} waiting={waiting} live={live} />
        {live && <Inviting dating={dating} typed={typed} errors={errors} />}
        {live && (
          <Form
            action={`/bureau/evenements/${dating.id}/annulation`}
            hidden={{ version: dating.version }}
            class="stack-s"
          >
            <p class="small soft">{sayCancelling(placed.length + waiting.length)}</p>
            <Button kind="danger">Annuler ce job dating</Button>
          </Form>
        )}
      </div>
    ),
  };
};

const NextStep = ({ dating, placed, live }: { dating: JobDating; placed: number; live: boolean }): VNode => {
  if (dating.status === "cancelled")
    return (
      <Notice kind="wrong">
        <p>Cet événement est annulé. Les personnes inscrites sont prévenues.</p>
      </Notice>
    );
  if (dating.status === "draft" && live)
    return (
      <Card tone="saffron">
        <p>Personne ne le voit encore. Publier ouvre les inscriptions et envoie les invitations.</p>
        <Form action={`/bureau/evenements/${dating.id}/publication`} hidden={{ version: dating.version }}>
          <Button>Publier et ouvrir les inscriptions</Button>
        </Form>
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

type PeopleProps = Pick<Props, "dating" | "placed" | "waiting"> & { live: boolean };

const People = ({ dating, placed, waiting, live }: PeopleProps): VNode => (
  <section class="stack" aria-labelledby="inscrits" data-desk-region="people">
    <h2 id="inscrits">
      Inscrits <span class="faint num">{placed.length}</span>
    </h2>
    {placed.length === 0 ? (
      <p class="soft">Personne n’est encore inscrit.</p>
    ) : (
      <PeopleTable caption="Inscrits" people={placed} dating={dating} live={live} />
    )}
    {waiting.length > 0 && (
      <>
        <h3>
          Liste d’attente <span class="faint num">{waiting.length}</span>
        </h3>
        <p class="small soft">Une place qui se libère va à la première personne, prévenue par mail.</p>
        <PeopleTable caption="Liste d’attente" people={waiting} dating={dating} live={live} />
      </>
    )}
  </section>
);

type PeopleTableProps = { caption: string; people: readonly Registration[]; dating: JobDating; live: boolean };

const PeopleTable = ({ caption, people, dating, live }: PeopleTableProps): VNode => (
  <Table
    caption={caption}
    rows={people}
    rowKey={({ id }) => id}
    columns={[
      { title: "Personne", cell: ({ firstName, lastName }) => <b>{`${firstName} ${lastName}`}</b> },
      { title: "Code", cell: ({ code }) => <span class="letters">{code}</span> },
      {
        title: "Vœux",
        cell: ({ wishIds }) =>
          wishIds.length === 0 ? <span class="soft">aucun</span> : wishIds.map((one) => nameOf(dating, one)).join(", "),
      },
      { title: "Absent à", cell: ({ cannot }) => sayHours(dating, cannot) },
      { title: "Joindre", cell: ({ email, phone }) => email ?? phone ?? <span class="soft">à prévenir ici</span> },
      {
        title: "Geste",
        quiet: true,
        cell: ({ id, firstName, lastName }) =>
          live && (
            <Form action={`/bureau/evenements/${dating.id}/inscrits/${id}/annulation`} class="inline">
              <Button kind="link" label={`Ne vient plus : ${firstName} ${lastName}`}>
                Ne vient plus
              </Button>
            </Form>
          ),
      },
    ]}
  />
);

const sayHours = (dating: JobDating, cannot: readonly number[]): VNode | string => {
  const slots = slotsOf(dating);
  if (cannot.length === 0) return <span class="soft">jamais</span>;
  const labels = cannot.map((slot) => slots[slot]?.label ?? "");
  return labels.length > 4 ? `${labels.slice(0, 3).join(", ")} et ${labels.length - 3} autres` : labels.join(", ");
};

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
