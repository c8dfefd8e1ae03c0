import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { type Choice, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, type Errors, Form, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import { readAgainAt } from "#client/positionings/live-mark.tsx";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import type { MeetingVerdict, Verdict } from "#shared/events/verdict.ts";
import { sayBadge, sayWhen, sayWhere, slotLabel, tableNumber, verdictLabels } from "./dating-words.ts";

export type TableMeeting = {
  readonly meeting: DatingMeeting;
  /** Null once the place was given up. */
  readonly person: Registration | null;
  readonly verdict: MeetingVerdict | null;
  readonly begun: boolean;
  readonly mayBeSaid: boolean;
};

export type CompanyDayProps = {
  readonly dating: JobDating;
  readonly companyId: string;
  readonly meetings: readonly TableMeeting[];
  readonly offers: readonly Choice[];
  readonly typed: Typed;
  readonly errors: Errors;
};

/** A company's own table on the day: who comes, who is there, and one press after each meeting. */
export const companyDayPage = (props: CompanyDayProps): Page => {
  const { dating, meetings, errors } = props;
  return {
    title: `Votre table, ${dating.title}`,
    section: "events",
    robots: "noindex",
    scripts: ["live-page"],
    body: (
      <div class="wrap narrow body stack" {...readAgainAt(`/employeur/evenements/${dating.id}`, errors)}>
        <Breadcrumb links={[{ href: "/employeur/evenements", label: "Vos événements" }]} here="Votre table" />
        <h1>{dating.title}</h1>
        <p class="lead">
          {sayWhen(dating)}, {sayWhere(dating)}
        </p>
        <ErrorSummary errors={errors} />
        {meetings.length === 0 ? (
          <EmptyState title="Aucune rencontre annoncée">
            <p>Vos rencontres apparaissent ici dès que les horaires sont annoncés.</p>
          </EmptyState>
        ) : (
          <>
            <p data-live-region="figures">
              {sayCount(meetings.length, "rencontre", "rencontres")},{" "}
              {sayCount(meetings.filter(({ verdict }) => verdict !== null).length, "avis donné", "avis donnés")}.
            </p>
            <ol class="stack">
              {meetings.map((one) => (
                <OneMeeting key={one.meeting.registrationId} {...props} one={one} />
              ))}
            </ol>
          </>
        )}
        <p class="small soft">
          Une suite ou une embauche : le chargé de mission demande son accord à la personne, puis vous rappelle.
        </p>
      </div>
    ),
  };
};

type OneProps = CompanyDayProps & { one: TableMeeting };

const OneMeeting = (props: OneProps): VNode => {
  const { dating, companyId, one } = props;
  const { meeting, person, verdict } = one;
  const { registrationId, slot, table } = meeting;
  return (
    <li data-live-region={`m-${registrationId}`}>
      <Card {...(one.begun && verdict === null && one.mayBeSaid ? { tone: "saffron" as const } : {})}>
        <h2 class="h3">
          {slotLabel(dating, slot)}, table {tableNumber(dating, companyId, table)}
        </h2>
        {person === null ? (
          <p class="soft">Place libérée.</p>
        ) : (
          <>
            <p>
              <b>
                {person.firstName} {person.lastName}
              </b>{" "}
              <span class="soft num">badge {sayBadge(person)}</span>{" "}
              {person.arrivedAt === null ? <Tag>pas encore là</Tag> : <Tag tone="pine">dans la salle</Tag>}
            </p>
            <WhatFollows {...props} />
          </>
        )}
      </Card>
    </li>
  );
};

const WhatFollows = (props: OneProps): VNode | null => {
  const { verdict, mayBeSaid } = props.one;
  if (verdict === null) return mayBeSaid ? <VerdictForm {...props} /> : null;
  return (
    <>
      <p>
        Votre avis : <b>{verdictLabels[verdict.verdict]}</b>
        {verdict.note !== null && <span class="preline soft"> {verdict.note}</span>}
      </p>
      <Details summary={<span class="small">Changer d’avis</span>}>
        <VerdictForm {...props} />
      </Details>
    </>
  );
};

const looks: Record<Verdict, "primary" | "second" | "plain"> = { next: "primary", hire: "second", no: "plain" };

const VerdictForm = ({ dating, offers, typed, errors, one: { meeting, person, verdict } }: OneProps): VNode => {
  const mine = typed.registrationId === meeting.registrationId;
  const note = mine ? typed : { note: verdict?.note ?? "", offerId: verdict?.offerId ?? "" };
  const field = { typed: note, errors: mine ? errors : {}, within: mine ? undefined : meeting.registrationId };
  const name = person ? `${person.firstName} ${person.lastName}` : "";
  return (
    <Form
      action={`/employeur/evenements/${dating.id}/avis/${meeting.registrationId}`}
      hidden={mine && "note" in errors ? { sure: "on" } : {}}
      class="stack-s"
    >
      <Details summary={<span class="small">Ajouter une note</span>} open={mine && "note" in errors}>
        <TextArea
          name="note"
          label="Note"
          hint="Des faits utiles au poste. La personne peut la lire."
          required={false}
          rows={2}
          maxLength={500}
          {...field}
        />
      </Details>
      {offers.length > 1 && <Select name="offerId" label="Pour quelle offre" choices={offers} {...field} />}
      <div class="row">
        {(["next", "hire", "no"] as const).map((value) => (
          <Button
            key={value}
            kind={looks[value]}
            name="verdict"
            value={value}
            label={`${verdictLabels[value]} : ${name}`}
          >
            {verdictLabels[value]}
          </Button>
        ))}
      </div>
    </Form>
  );
};
