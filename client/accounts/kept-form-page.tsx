import { Button } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";

type KeptForm = { action: string; typed: Readonly<Record<string, string | string[]>> };

/** What was typed when the session ended: shown, then sent again by one press. */
export const keptFormPage = ({ action, typed }: KeptForm): Page => ({
  title: "Reprendre",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Reprenez où vous en étiez</h1>
      <p>Votre session était finie. Voici ce que vous aviez écrit ; rien n’est encore envoyé.</p>
      <ul class="card stack-s">
        {Object.values(typed)
          .flat()
          .filter((value) => value.length > 2)
          .map((value) => (
            <li class="preline breakable">{value.slice(0, 600)}</li>
          ))}
      </ul>
      <Form action={action} hidden={typed}>
        <Button>Envoyer maintenant</Button>
      </Form>
    </div>
  ),
});
