import { Button } from "#client/design/button.tsx";
import { Details } from "#client/design/details.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { EmailField, PasswordField } from "#client/kernel/text-fields.tsx";

type SignIn = FormState & { next: string | null; recruiting: boolean; kept: boolean };

export const signInPage = ({ next, recruiting, kept, typed, errors }: SignIn): Page => ({
  title: "Se connecter",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>{recruiting ? "Votre espace recruteur" : "Se connecter ou créer son espace"}</h1>
      {kept && (
        <p class="notice" role="status">
          Votre session était finie. Ce que vous avez écrit est gardé : connectez-vous, puis envoyez-le.
        </p>
      )}
      {!kept && !recruiting && next !== null && <p class="lead">{whyAsked(next)}</p>}
      <p>Donnez votre adresse mail. Nous vous envoyons un code à 6 chiffres. Pas besoin de mot de passe.</p>
      <ErrorSummary errors={errors} />
      <Form action="/connexion" hidden={{ suite: next ?? "" }}>
        <EmailField name="email" label="Adresse mail" typed={typed} errors={errors} autocomplete="username" />
        <Details summary="J’ai un mot de passe" open={"password" in errors}>
          <PasswordField
            name="password"
            label="Mot de passe"
            required={false}
            typed={typed}
            errors={errors}
            autocomplete="current-password"
          />
        </Details>
        <Button>Continuer</Button>
      </Form>
      <p class="soft">Pas d’adresse mail, ou pas à l’aise ? Appelez-nous, c’est gratuit.</p>
    </div>
  ),
});

/** Whoever was on the way to a page hears why it asks this first, and that they come back to it. */
const whyAsked = (next: string): string => {
  if (next.endsWith("/postuler")) return "Pour postuler, ouvrez d’abord votre espace. Vous revenez ensuite à l’offre.";
  if (next === "/mon-cv") return "Votre CV sera dans votre espace. Ouvrez-le d’abord.";
  return "Cette page est dans un espace personnel. Vous y arrivez juste après.";
};
