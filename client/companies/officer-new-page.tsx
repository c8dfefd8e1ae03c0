import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { PlaceField, TextField } from "#client/kernel/text-fields.tsx";

/** Four fields: the rest is learnt with time. */
export const officerNewPage = ({ typed, errors }: FormState): Page => ({
  title: "Ajouter une entreprise",
  section: "companies",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here="Nouvelle" />
      <h1>Ajouter une entreprise</h1>
      <ErrorSummary errors={errors} />
      <Form action="/bureau/entreprises" warnUnsaved>
        <TextField name="siret" label="SIRET" hint="14 chiffres" maxLength={30} typed={typed} errors={errors} />
        <TextField name="name" label="Nom de l’entreprise" maxLength={160} typed={typed} errors={errors} />
        <PlaceField name="commune" label="Commune" typed={typed} errors={errors} />
        <TextField name="sector" label="Secteur" required={false} maxLength={120} typed={typed} errors={errors} />
        <Button>Ajouter au réseau</Button>
      </Form>
    </div>
  ),
});
