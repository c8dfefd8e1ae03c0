import { Button } from "#client/design/button.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { PhoneField, PlaceField, TextField } from "#client/kernel/text-fields.tsx";

/** What the SIRET is for is said before it is asked. */
export const registerPage = ({ typed, errors }: FormState): Page => ({
  title: "Votre entreprise",
  section: "company",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Votre entreprise</h1>
      <p>
        Nous vérifions chaque entreprise avant de montrer ses offres. Vous pouvez écrire une offre tout de suite : elle
        paraît dès la vérification.
      </p>
      <ErrorSummary errors={errors} />
      <Form action="/employeur/inscription" warnUnsaved>
        <TextField
          name="siret"
          label="Numéro SIRET de l’établissement"
          hint="14 chiffres. Il est sur vos factures et vos fiches de paie."
          typed={typed}
          errors={errors}
          maxLength={30}
          autocomplete="off"
        />
        <TextField
          name="name"
          label="Nom de l’entreprise"
          hint="Celui que les candidats connaissent."
          typed={typed}
          errors={errors}
          maxLength={120}
          autocomplete="organization"
        />
        <PlaceField name="commune" label="Commune" typed={typed} errors={errors} maxLength={100} />
        <TextField
          name="sector"
          label="Activité"
          hint="Par exemple : boulangerie, travaux publics, aide à domicile."
          required={false}
          typed={typed}
          errors={errors}
          maxLength={80}
        />
        <PhoneField
          name="phone"
          label="Téléphone"
          hint="Un conseiller du Département peut vous appeler. Il n’est pas montré aux candidats."
          typed={typed}
          errors={errors}
        />
        <Button>Enregistrer mon entreprise</Button>
      </Form>
    </div>
  ),
});
