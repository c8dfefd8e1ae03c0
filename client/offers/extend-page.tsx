import { Button, ButtonLink } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";

type Extend = { token: string; title: string; expiresOn: Day; until: Day; usable: boolean; today: Day };

/** Behind the link of a reminder. Programmes open links; only the button, a POST, extends. */
export const extendPage = ({ token, title, expiresOn, until, usable, today }: Extend): Page => ({
  title: "Prolonger une offre",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>{title}</h1>
      {usable && until > expiresOn ? (
        <>
          <p>Cette offre finit {sayDay(expiresOn, today)}. Cherchez-vous encore quelqu’un ?</p>
          <Form action={`/prolonger/${token}`}>
            <Button>Oui, prolonger jusqu’au {sayDay(until, today)}</Button>
          </Form>
          <p class="small soft">
            Poste pourvu ? Dites-le depuis « Mes offres » : les candidats sauront à quoi s’en tenir.
          </p>
        </>
      ) : (
        <>
          <p>Il n’y a plus rien à faire ici : l’offre a déjà été prolongée, ou elle est close.</p>
          <ButtonLink href="/employeur/offres">Voir mes offres</ButtonLink>
        </>
      )}
    </div>
  ),
});
