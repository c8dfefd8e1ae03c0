import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Details } from "#client/design/details.tsx";
import { type Choice, Select } from "#client/kernel/choice-fields.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { ChangeKind } from "#shared/events/plan-contracts.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { tableNumber } from "./dating-words.ts";

type Props = { dating: JobDating; people: readonly Registration[]; from: number };

const none = { typed: {}, errors: {} } as const;

/** Something happens: say what, read the answers and their price, then choose. Nothing changes before. */
export const ChangeForms = ({ dating, people, from }: Props): VNode => {
  const persons = people.map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}` }));
  const companies = dating.companies.map(({ companyId, name }) => ({ value: companyId, label: name }));
  const seats = dating.companies.flatMap(({ companyId, name, tables }) =>
    tables.map(({ number }) => ({
      value: `${companyId}.${number}`,
      label: `${tableNumber(dating, companyId, number)}. ${name}`,
    })),
  );
  const later = slotsOf(dating).filter(({ index }) => index > from);
  return (
    <section class="stack no-print" aria-labelledby="changement">
      <h2 id="changement">Un changement ?</h2>
      <p class="soft">Vous verrez d’abord ce que chaque réponse déplace. Rien ne change avant votre choix.</p>
      <Details summary="Quelqu’un est en retard ou absent">
        <Ask dating={dating} kind="late" words="Voir les réponses au retard" person={persons}>
          <Select
            name="slots"
            within="late"
            label="Arrive à"
            choices={later.map(({ index, label }) => ({ value: String(index), label }))}
            {...none}
          />
        </Ask>
        <Ask dating={dating} kind="absent" words="Voir les réponses à l’absence" person={persons} />
      </Details>
      <Details summary="Une table ou une entreprise change">
        <Ask dating={dating} kind="tableAdded" words="Ajouter une table" company={companies} />
        <Ask dating={dating} kind="tableLate" words="Voir les réponses au retard de la table" seat={seats}>
          <Select
            name="slots"
            within="tableLate"
            label="De combien"
            choices={[1, 2, 3, 4].map((count) => ({
              value: String(count),
              label: `${sayCount(count, "créneau", "créneaux")}, ${count * (dating.slotMinutes + dating.breakMinutes)} min`,
            }))}
            {...none}
          />
        </Ask>
        <Ask dating={dating} kind="tableRemoved" words="Voir les réponses sans cette table" seat={seats} />
        <Ask dating={dating} kind="companyLeft" words="L’entreprise s’en va" company={companies} />
      </Details>
    </section>
  );
};

type AskProps = {
  dating: JobDating;
  kind: ChangeKind;
  words: string;
  person?: readonly Choice[];
  company?: readonly Choice[];
  seat?: readonly Choice[];
  children?: VNode;
};

const Ask = ({ dating, kind, words, person, company, seat, children }: AskProps): VNode => (
  <Form action={`/bureau/evenements/${dating.id}/changement`} method="get" hidden={{ kind }} class="filters">
    {person && <Select name="registrationId" within={kind} label="Qui" choices={person} {...none} />}
    {company && <Select name="companyId" within={kind} label="Entreprise" choices={company} {...none} />}
    {seat && <Select name="seat" within={kind} label="Table" choices={seat} {...none} />}
    {children}
    <Button kind="second">{words}</Button>
  </Form>
);
