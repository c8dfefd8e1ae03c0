import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { type Choice, choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { Form } from "#client/kernel/form.tsx";
import { DateField } from "#client/kernel/text-fields.tsx";
import type { Asked } from "./bilan-facts.ts";
import { periodLabels } from "./bilan-words.ts";
import { familyLabels } from "./indicator-words.ts";

/** What the figures are asked for: days, place, action. */
export const BilanFilters = ({ path, asked }: { path: string; asked: Asked }): VNode => {
  const { query, zones, epcis, kind } = asked;
  const typed = {
    periode: query.periode,
    du: query.du ?? (query.periode === "dates" ? asked.period.from : ""),
    au: query.au ?? (query.periode === "dates" ? asked.period.to : ""),
    territoire: query.territoire ?? "",
    decoupage: kind,
    action: query.action ?? "",
  };
  const common = { required: false, typed, errors: {} } as const;
  return (
    <Form action={path} method="get" class="filters no-print">
      <Select name="periode" label="Période" {...common} required choices={choicesOf(periodLabels)} />
      <DateField name="du" label="Du" {...common} />
      <DateField name="au" label="Au" {...common} />
      <Select
        name="territoire"
        label="Territoire"
        {...common}
        empty="Tout le territoire"
        choices={[...placesOf("zones", "zone d’emploi", zones), ...placesOf("epci", "intercommunalité", epcis)]}
      />
      {zones.length > 0 && (
        <Select name="decoupage" label="Tableaux par" {...common} required choices={choicesOf(kindLabels)} />
      )}
      <Select name="action" label="Action" {...common} empty="Toutes les actions" choices={choicesOf(familyLabels)} />
      <Button kind="plain">Montrer ces chiffres</Button>
    </Form>
  );
};

const kindLabels = { zones: "zone d’emploi", epci: "intercommunalité" } as const;

const placesOf = (kind: string, word: string, areas: Asked["zones"]): Choice[] =>
  areas.map(({ code, name }) => ({ value: `${kind}:${code}`, label: `${name} (${word})` }));
