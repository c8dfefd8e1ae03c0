import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { ErrorSummary, type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { fromMeeting } from "#shared/events/dating-input.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { ChangeQuery } from "#shared/events/plan-contracts.ts";
import type { Change } from "#shared/events/timetable/apply-change.ts";
import type { Proposal } from "#shared/events/timetable/propose-changes.ts";
import type { TimetableMeeting } from "#shared/events/timetable/timetable.ts";
import { nameOf, sayMeeting, slotLabel, tableNumber } from "./dating-words.ts";

type Props = {
  dating: JobDating;
  people: readonly Registration[];
  change: Change;
  asked: ChangeQuery;
  proposals: readonly Proposal[];
  errors: Errors;
};

/** The answers to a change, the least disturbing first, each with its price before it is made. */
export const changePage = ({ dating, people, change, asked, proposals, errors }: Props): Page => ({
  title: `Un changement, ${dating.title}`,
  section: "events",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb
        links={[
          { href: `/bureau/evenements/${dating.id}`, label: dating.title },
          { href: `/bureau/evenements/${dating.id}/planning`, label: "Planning" },
        ]}
        here="Un changement"
      />
      <h1>{sayChange(change, dating, people)}</h1>
      <ErrorSummary errors={errors} />
      {proposals.length === 0 ? (
        <EmptyState title="Aucune réponse">
          <p>Ce changement ne touche personne.</p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {proposals.map((proposal, index) => (
            <Answer
              key={proposal.kind}
              proposal={proposal}
              first={index === 0}
              dating={dating}
              people={people}
              asked={asked}
            />
          ))}
        </ul>
      )}
      <p>
        <ButtonLink kind="plain" href={`/bureau/evenements/${dating.id}/planning`}>
          Ne rien changer
        </ButtonLink>
      </p>
    </div>
  ),
});

type AnswerProps = Pick<Props, "dating" | "people" | "asked"> & { proposal: Proposal; first: boolean };

const Answer = ({ proposal, first, dating, people, asked }: AnswerProps): VNode => {
  const { moved, gone, gained } = proposal;
  const told = new Set([...moved, ...gone, ...gained].map(({ personId }) => personId)).size;
  return (
    <Card as="li" {...(first ? { tone: "pine" as const } : {})}>
      <h2 class="h3">{sayPrice(proposal)}</h2>
      <Details summary="Voir qui est concerné">
        <Concerned title="Changent d’heure" meetings={moved} dating={dating} people={people} />
        <Concerned title="Rencontres perdues" meetings={gone} dating={dating} people={people} />
        <Concerned title="Nouvelles rencontres" meetings={gained} dating={dating} people={people} />
      </Details>
      <Form
        action={`/bureau/evenements/${dating.id}/changement`}
        hidden={{ ...typedOf(asked), choice: proposal.kind, basis: dating.basis }}
      >
        <Button kind={first ? "primary" : "second"}>
          {told === 0 ? "Noter ce changement" : `Choisir, et prévenir ${sayCount(told, "personne", "personnes")}`}
        </Button>
      </Form>
    </Card>
  );
};

const typedOf = (asked: ChangeQuery): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)] as const])),
  );

/** "3 rencontres de plus sans déplacer personne." */
const sayPrice = ({ moved, gone, gained }: Proposal): string =>
  [
    gained.length === 0
      ? "Aucune rencontre de plus"
      : sayCount(gained.length, "rencontre de plus", "rencontres de plus"),
    moved.length === 0
      ? "sans déplacer personne"
      : `en déplaçant ${sayCount(new Set(moved.map(({ personId }) => personId)).size, "personne", "personnes")}`,
    ...(gone.length === 0
      ? []
      : [`${sayCount(gone.length, "rencontre annoncée perdue", "rencontres annoncées perdues")}`]),
  ].join(", ");

type ConcernedProps = Pick<Props, "dating" | "people"> & { title: string; meetings: readonly TimetableMeeting[] };

const Concerned = ({ title, meetings, dating, people }: ConcernedProps): VNode | null =>
  meetings.length === 0 ? null : (
    <div>
      <h3>{title}</h3>
      <ul>
        {meetings.map((meeting) => (
          <li key={`${meeting.personId} ${meeting.companyId}`}>
            {whoIs(people, meeting.personId)}, {sayMeeting(dating, fromMeeting(meeting))}
          </li>
        ))}
      </ul>
    </div>
  );

const whoIs = (people: readonly Registration[], id: string): string => {
  const person = people.find((one) => one.id === id);
  return person ? `${person.firstName} ${person.lastName}` : "une personne qui ne vient plus";
};

const sayChange = (change: Change, dating: JobDating, people: readonly Registration[]): string => {
  switch (change.kind) {
    case "late":
      return `${whoIs(people, change.personId)} arrive à ${slotLabel(dating, change.until)}`;
    case "absent":
      return `${whoIs(people, change.personId)} ne vient pas`;
    case "tableAdded":
      return `Une table de plus : ${nameOf(dating, change.companyId)}`;
    case "tableRemoved":
      return `La table ${tableNumber(dating, change.companyId, change.table)} ferme : ${nameOf(dating, change.companyId)}`;
    case "tableLate":
      return `La table ${tableNumber(dating, change.companyId, change.table)} saute ${sayCount(change.slots, "créneau", "créneaux")} : ${nameOf(dating, change.companyId)}`;
    case "companyLeft":
      return `${nameOf(dating, change.companyId)} s’en va`;
  }
};
