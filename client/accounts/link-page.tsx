import { Button } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";

/** Mail scanners open links; only this button, a POST, signs in. */
export const linkPage = ({ token, next }: { token: string; next: string | null }): Page => ({
  title: "Me connecter",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Encore un geste</h1>
      <p>Appuyez sur le bouton pour entrer dans votre espace, sur cet appareil.</p>
      <Form action={`/connexion/lien/${token}`} hidden={{ suite: next ?? "" }}>
        <Button>Me connecter</Button>
      </Form>
    </div>
  ),
});
