import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Details } from "#client/design/details.tsx";
import { Table } from "#client/design/table.tsx";
import { type Choice, Select } from "#client/kernel/choice-fields.tsx";
import { Form, type FormState } from "#client/kernel/form.tsx";
import { NumberField } from "#client/kernel/text-fields.tsx";
import type { DatingCompany, JobDating } from "#shared/events/job-dating.ts";
import type { TableAct } from "#shared/events/officer-dating-contracts.ts";
import { tableNumber } from "./dating-words.ts";

type Props = FormState & { dating: JobDating; companies: readonly Choice[]; live: boolean };

/** Who comes, at which tables; a company more, a table less. */
export const CompanyTables = ({ dating, companies, live, typed, errors }: Props): VNode => (
  <section class="stack" aria-labelledby="entreprises">
    <h2 id="entreprises">
      Entreprises et tables <span class="faint num">{dating.companies.length}</span>
    </h2>
    {dating.companies.length === 0 ? (
      <p class="soft">Aucune entreprise encore. Ajoutez la première.</p>
    ) : (
      <Table
        caption="Entreprises et tables"
        rows={dating.companies}
        rowKey={({ companyId }) => companyId}
        columns={[
          {
            title: "Entreprise",
            cell: ({ companyId, name }) => (
              <a href={`/bureau/entreprises/${companyId}`}>
                <b>{name}</b>
              </a>
            ),
          },
          {
            title: "Tables",
            cell: ({ companyId, tables }) =>
              tables.map(({ number }) => tableNumber(dating, companyId, number)).join(", "),
          },
          {
            title: "Offres",
            short: true,
            cell: ({ offerIds }) => (offerIds.length === 0 ? "toutes les siennes" : offerIds.length),
          },
          {
            title: "Gestes",
            quiet: true,
            cell: (company) => live && <Gestures dating={dating} company={company} />,
          },
        ]}
      />
    )}
    {live && (
      <Details summary="Ajouter une entreprise" open={errors.companyId !== undefined || dating.companies.length === 0}>
        <Form
          action={`/bureau/evenements/${dating.id}/entreprises`}
          hidden={{ version: dating.version }}
          class="filters"
        >
          <Select
            name="companyId"
            label="Entreprise"
            empty="Choisissez"
            choices={companies}
            typed={typed}
            errors={errors}
          />
          <NumberField name="tables" label="Tables" typed={{ tables: "1", ...typed }} errors={errors} />
          <Button kind="second">Ajouter l’entreprise</Button>
        </Form>
      </Details>
    )}
  </section>
);

const Gestures = ({ dating, company }: { dating: JobDating; company: DatingCompany }): VNode => (
  <div class="row">
    <Gesture dating={dating} company={company} act="addTable" words="Une table de plus" />
    {company.tables.length > 1 && (
      <Gesture dating={dating} company={company} act="removeTable" words="Une table de moins" />
    )}
    <Gesture dating={dating} company={company} act="removeCompany" words="Retirer" />
  </div>
);

type GestureProps = { dating: JobDating; company: DatingCompany; act: TableAct; words: string };

const Gesture = ({ dating, company, act, words }: GestureProps): VNode => (
  <Form
    action={`/bureau/evenements/${dating.id}/tables`}
    hidden={{ version: dating.version, companyId: company.companyId, act }}
    class="inline"
  >
    <Button kind="link" label={`${words} : ${company.name}`}>
      {words}
    </Button>
  </Form>
);
