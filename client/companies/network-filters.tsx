import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { Form } from "#client/kernel/form.tsx";
import { TextField } from "#client/kernel/text-fields.tsx";
import type { CompanyListQuery, Silence } from "#shared/companies/officer-contracts.ts";
import { statusOfCompany } from "./officer-words.ts";

type FilterProps = {
  action: string;
  query: CompanyListQuery;
  sectors: readonly string[];
  areas: readonly { code: string; name: string }[];
};

/** The same questions to the list and to the map. */
export const NetworkFilters = ({ action, query, sectors, areas }: FilterProps): VNode => {
  const typed = { ...query, statut: query.statut ?? "", silence: query.silence ?? "", vue: "", page: "" };
  return (
    <Form action={action} method="get" class="filters" hidden={query.vue ? { vue: query.vue } : {}}>
      <TextField name="q" label="Nom, commune, contact ou SIRET" required={false} typed={typed} errors={{}} />
      <Select
        name="secteur"
        label="Secteur"
        required={false}
        empty="Tous les secteurs"
        choices={sectors.map((sector) => ({ value: sector, label: sector }))}
        typed={typed}
        errors={{}}
      />
      {areas.length > 0 && (
        <Select
          name="zone"
          label="Zone d’emploi"
          required={false}
          empty="Toutes les zones"
          choices={areas.map(({ code, name }) => ({ value: code, label: name }))}
          typed={typed}
          errors={{}}
        />
      )}
      <Select
        name="silence"
        label="Sans contact"
        required={false}
        empty="Peu importe"
        choices={choicesOf(silenceLabels)}
        typed={typed}
        errors={{}}
      />
      <Select
        name="statut"
        label="État"
        required={false}
        empty="Tous"
        choices={choicesOf(statusOfCompany)}
        typed={typed}
        errors={{}}
      />
      <Button kind="plain">Chercher</Button>
    </Form>
  );
};

const silenceLabels: Record<Silence, string> = {
  "30": "depuis 30 jours",
  "60": "depuis 60 jours",
  "90": "depuis 90 jours",
  "180": "depuis 6 mois",
  jamais: "jamais contactée",
};

/** The address that asks the same. */
export const networkAddress = (path: string, query: CompanyListQuery): string => {
  const { page, ...words } = query;
  const asked = new URLSearchParams({
    ...Object.fromEntries(Object.entries(words).flatMap(([name, value]) => (value ? [[name, value]] : []))),
    ...(page > 1 && { page: String(page) }),
  });
  return `${path}${asked.size > 0 ? `?${asked}` : ""}`;
};
