import type { VNode } from "preact";
import type { DatingMeeting, DatingPlan, Registration } from "#shared/events/job-dating.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { tableNumber } from "./dating-words.ts";
import type { PlanProps } from "./plan-page.tsx";

/** A line a table, a column a slot. It may scroll sideways inside its own frame, by keyboard too. */
export const PlanByCompany = ({ dating, people, plan, from }: PlanProps & { plan: DatingPlan }): VNode => {
  const names = new Map(people.map((person) => [person.id, person]));
  const slots = slotsOf(dating);
  const rows = dating.companies.flatMap(({ companyId, name, tables }) =>
    tables.map((table) => ({ companyId, name, table: table.number, closed: table.closed })),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="frame plan" aria-label="Planning par entreprise" tabIndex={0}>
      <table>
        <caption class="vh">Planning par entreprise</caption>
        <thead>
          <tr>
            <th scope="col">Table</th>
            {slots.map(({ index, label }) => (
              <th key={index} scope="col" class={index < from ? "past" : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.companyId} ${row.table}`}>
              <th scope="row">
                {tableNumber(dating, row.companyId, row.table)}. {row.name}
              </th>
              {slots.map(({ index }) => {
                const meeting = plan.meetings.find(
                  (one) => one.companyId === row.companyId && one.table === row.table && one.slot === index,
                );
                return (
                  <Cell
                    key={index}
                    meeting={meeting}
                    who={names.get(meeting?.registrationId ?? "")}
                    past={index < from}
                    closed={row.closed.includes(index)}
                    locked={dating.locked.some((one) => isSame(one, meeting))}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const isSame = (one: DatingMeeting, other: DatingMeeting | undefined): boolean =>
  other !== undefined && one.registrationId === other.registrationId && one.companyId === other.companyId;

type CellProps = {
  meeting: DatingMeeting | undefined;
  who: Registration | undefined;
  past: boolean;
  closed: boolean;
  locked: boolean;
};

const Cell = ({ meeting, who, past, closed, locked }: CellProps): VNode => {
  if (!meeting) return <td class={past ? "past free" : "free"}>{closed ? "fermée" : past ? "" : "libre"}</td>;
  return (
    <td class={past ? "past" : "taken"}>
      {who ? `${who.firstName} ${who.lastName.slice(0, 1)}.` : "place libérée"}
      {locked && <span class="small soft"> gardée</span>}
    </td>
  );
};
