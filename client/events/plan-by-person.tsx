import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Details } from "#client/design/details.tsx";
import { Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { DatingPlan, JobDating, Registration } from "#shared/events/job-dating.ts";
import type { PlanAct } from "#shared/events/plan-contracts.ts";
import { nameOf, slotLabel, tableNumber } from "./dating-words.ts";
import type { PlanProps } from "./plan-page.tsx";

/** Whom each person meets; those who meet nobody first, with the reason. */
export const PlanByPerson = ({ dating, people, plan, why, over }: PlanProps & { plan: DatingPlan }): VNode => {
  const rows = people
    .map((person) => ({
      person,
      meetings: plan.meetings
        .filter(({ registrationId }) => registrationId === person.id)
        .sort((one, other) => one.slot - other.slot),
    }))
    .sort((one, other) => one.meetings.length - other.meetings.length);
  return (
    <Table
      caption="Planning par personne"
      rows={rows}
      rowKey={({ person }) => person.id}
      columns={[
        { title: "Personne", cell: ({ person }) => <b>{`${person.firstName} ${person.lastName}`}</b> },
        {
          title: "Rencontres",
          cell: ({ person, meetings }) =>
            meetings.length === 0 ? (
              <p>
                <b>Aucune.</b> {why.get(person.id) ?? ""}
              </p>
            ) : (
              <ul class="stack-s">
                {meetings.map((meeting) => (
                  <li key={meeting.slot}>
                    {slotLabel(dating, meeting.slot)}, {nameOf(dating, meeting.companyId)}, table{" "}
                    {tableNumber(dating, meeting.companyId, meeting.table)}
                    {!over && <MeetingGestures dating={dating} person={person} companyId={meeting.companyId} />}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          title: "Vœux sans rencontre",
          cell: ({ person, meetings }) => (
            <Unmet
              dating={dating}
              person={person}
              over={over}
              unmet={person.wishIds.filter((id) => !meetings.some(({ companyId }) => companyId === id))}
            />
          ),
        },
      ]}
    />
  );
};

type Pairs = readonly { readonly registrationId: string; readonly companyId: string }[];
type GestureProps = { dating: JobDating; person: Registration; companyId: string };

const has = (pairs: Pairs, { person, companyId }: GestureProps): boolean =>
  pairs.some((one) => one.registrationId === person.id && one.companyId === companyId);

const MeetingGestures = (props: GestureProps): VNode => (
  <span class="row">
    {has(props.dating.locked, props) ? (
      <Steer {...props} act="unlock" words="Ne plus garder" />
    ) : (
      <Steer {...props} act="lock" words="Garder" />
    )}
    <Steer {...props} act="forbid" words="Interdire" />
  </span>
);

const Unmet = ({
  dating,
  person,
  unmet,
  over,
}: Omit<GestureProps, "companyId"> & { unmet: readonly string[]; over: boolean }): VNode => {
  const forbidden = dating.forbidden.filter(({ registrationId }) => registrationId === person.id);
  const others = dating.companies
    .map(({ companyId }) => companyId)
    .filter((id) => !person.wishIds.includes(id) && !forbidden.some(({ companyId }) => companyId === id));
  return (
    <div class="stack-s">
      {unmet.length === 0 && <p class="soft">{person.wishIds.length === 0 ? "aucun vœu" : "aucun, tous servis"}</p>}
      {unmet.map((companyId) => (
        <p key={companyId}>
          {nameOf(dating, companyId)}{" "}
          {!over && !has(forbidden, { dating, person, companyId }) && (
            <Steer dating={dating} person={person} companyId={companyId} act="add" words="Demander" />
          )}
        </p>
      ))}
      {!over &&
        forbidden.map(({ companyId }) => (
          <p key={`interdit ${companyId}`} class="small">
            {nameOf(dating, companyId)} : interdite{" "}
            <Steer dating={dating} person={person} companyId={companyId} act="allow" words="Permettre" />
          </p>
        ))}
      {!over && others.length > 0 && (
        <Details summary={<span class="small">Une autre entreprise</span>}>
          {others.map((companyId) => (
            <p key={companyId} class="small">
              {nameOf(dating, companyId)}{" "}
              <Steer dating={dating} person={person} companyId={companyId} act="add" words="Demander" />
            </p>
          ))}
        </Details>
      )}
    </div>
  );
};

const Steer = ({ dating, person, companyId, act, words }: GestureProps & { act: PlanAct; words: string }): VNode => (
  <Form
    action={`/bureau/evenements/${dating.id}/planning/choix`}
    hidden={{ act, registrationId: person.id, companyId, vue: "personnes" }}
    class="inline"
  >
    <Button kind="link" label={`${words} : ${person.firstName} ${person.lastName}, ${nameOf(dating, companyId)}`}>
      {words}
    </Button>
  </Form>
);
