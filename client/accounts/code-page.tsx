import { Button } from "#client/design/button.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { CodeField } from "#client/kernel/text-fields.tsx";

type Code = FormState & { codeId: string; email: string; next: string | null };

export const codePage = ({ codeId, email, next, typed, errors }: Code): Page => ({
  title: "Votre code",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Regardez vos mails</h1>
      <p>
        Un code à 6 chiffres est parti à <b class="breakable">{email}</b>. Il est valable 10 minutes.
      </p>
      <ErrorSummary errors={errors} />
      <Form action={`/connexion/code/${codeId}`} hidden={{ suite: next ?? "" }}>
        <CodeField name="code" label="Code à 6 chiffres" typed={typed} errors={errors} />
        <Button>Me connecter</Button>
      </Form>
      <h2 class="h3">Rien reçu ?</h2>
      <p>Regardez dans les courriers indésirables. Le mail peut prendre une minute.</p>
      <p>Toujours rien dans 10 minutes ? Appelez le numéro en haut de la page, c’est gratuit.</p>
      <div class="row">
        <Form action={`/connexion/code/${codeId}/renvoi`} hidden={{ suite: next ?? "" }}>
          <Button kind="plain">Envoyer un autre code</Button>
        </Form>
        <a href={`/connexion${next ? `?suite=${encodeURIComponent(next)}` : ""}`}>Changer d’adresse</a>
      </div>
    </div>
  ),
});
