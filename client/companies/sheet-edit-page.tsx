import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { Checkbox, choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { PlaceField, TextField } from "#client/kernel/text-fields.tsx";
import type { Company } from "#shared/companies/company.ts";
import { sizeOfCompany } from "./officer-words.ts";

type EditProps = FormState & { company: Company; version: string };

/** What a company is: what officers may put right. */
export const sheetEditPage = ({ company, version, typed, errors }: EditProps): Page => ({
  title: `Modifier ${company.name}`,
  section: "companies",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb
        links={[
          { href: "/bureau/entreprises", label: "Entreprises" },
          { href: `/bureau/entreprises/${company.id}`, label: company.name },
        ]}
        here="Modifier la fiche"
      />
      <h1>Modifier la fiche</h1>
      <ErrorSummary errors={errors} />
      <Form action={`/bureau/entreprises/${company.id}/fiche`} hidden={{ version }} warnUnsaved>
        <SheetFields typed={typed} errors={errors} />
        <Button>Enregistrer la fiche</Button>
      </Form>
    </div>
  ),
});

/** The form as the sheet stands. */
export const sheetTyped = (company: Company): Typed => ({
  siret: company.siret ?? "",
  name: company.name,
  commune: `${company.commune.name} (${company.commune.postcode})`,
  address: company.address ?? "",
  naf: company.naf ?? "",
  sector: company.sector ?? "",
  size: company.size ?? "",
  website: company.website ?? "",
  accompanied: company.accompanied ? "on" : "",
});

const SheetFields = (state: FormState): VNode => (
  <div class="stack">
    <TextField {...state} name="name" label="Nom" maxLength={160} />
    <TextField {...state} name="siret" label="SIRET" hint="14 chiffres" required={false} maxLength={30} />
    <PlaceField {...state} name="commune" label="Commune" maxLength={100} />
    <TextField {...state} name="address" label="Adresse" required={false} maxLength={200} autocomplete="off" />
    <TextField
      {...state}
      name="naf"
      label="Code NAF"
      hint="Par exemple 47.11F. Sans secteur, il le donne."
      required={false}
      maxLength={10}
    />
    <TextField {...state} name="sector" label="Secteur" required={false} maxLength={120} />
    <Select
      {...state}
      name="size"
      label="Taille"
      required={false}
      choices={choicesOf(sizeOfCompany)}
      empty="Non dite"
    />
    <TextField {...state} name="website" label="Site internet" required={false} maxLength={200} />
    <Checkbox
      {...state}
      name="accompanied"
      label="Accompagnée par le Département"
      hint="Ses offres sans nom sont signées « entreprise accompagnée par le Département »."
    />
  </div>
);
