import { Button } from "#client/design/button.tsx";
import { Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { TextField } from "#client/kernel/text-fields.tsx";

type Welcome = FormState & { token: string; next: string | null; recruiting: boolean };

export const welcomePage = ({ token, next, recruiting, typed, errors }: Welcome): Page => ({
  title: "Créer mon espace",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Bienvenue</h1>
      <p>Votre adresse est confirmée. Il reste votre nom.</p>
      <ErrorSummary errors={errors} />
      <Form action={`/connexion/bienvenue/${token}`} hidden={{ suite: next ?? "" }}>
        <TextField name="firstName" label="Prénom" typed={typed} errors={errors} autocomplete="given-name" />
        <TextField name="lastName" label="Nom" typed={typed} errors={errors} autocomplete="family-name" />
        <Radios
          name="role"
          label="Vous venez pour"
          choices={[
            { value: "candidate", label: "Chercher un emploi" },
            { value: "employer", label: "Recruter" },
          ]}
          typed={typed.role ? typed : { ...typed, role: recruiting ? "employer" : "candidate" }}
          errors={errors}
        />
        <p class="small soft">
          Nous gardons votre nom et votre adresse pour votre espace, et rien d’autre. Vous pouvez tout effacer quand
          vous voulez. <a href="/donnees-personnelles">Vos données</a>
        </p>
        <Button>Créer mon espace</Button>
      </Form>
    </div>
  ),
});
