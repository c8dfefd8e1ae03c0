import type { VNode } from "preact";
import { Table } from "#client/design/table.tsx";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { slotsAway } from "#shared/events/job-dating-rules.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { nameOf } from "./dating-words.ts";
import { registeredColumns } from "./registered-columns.tsx";

type Props = {
  dating: JobDating;
  placed: readonly Registration[];
  waiting: readonly Registration[];
  live: boolean;
};

/** Who has a place at a job dating, with their wishes, and who waits for one. */
export const DatingPeople = ({ dating, placed, waiting, live }: Props): VNode => (
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
    columns={registeredColumns(dating, {
      live,
      between: [
        {
          title: "Vœux",
          cell: ({ wishIds }) =>
            wishIds.length === 0 ? (
              <span class="soft">aucun</span>
            ) : (
              wishIds.map((one) => nameOf(dating, one)).join(", ")
            ),
        },
        { title: "Absent à", cell: (person) => sayHours(dating, slotsAway(person)) },
      ],
    })}
  />
);

const sayHours = (dating: JobDating, away: readonly number[]): VNode | string => {
  const slots = slotsOf(dating);
  if (away.length === 0) return <span class="soft">jamais</span>;
  const labels = away.map((slot) => slots[slot]?.label ?? "");
  return labels.length > 4 ? `${labels.slice(0, 3).join(", ")} et ${labels.length - 3} autres` : labels.join(", ");
};
