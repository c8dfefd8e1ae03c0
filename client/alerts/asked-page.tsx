import { ButtonLink } from "#client/design/button.tsx";
import type { Page } from "#client/kernel/layout.tsx";

/** The same for every address, known or not. */
export const askedPage = (): Page => ({
  title: "Regardez vos mails",
  section: "alerts",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Regardez vos mails</h1>
      <p>Nous venons de vous écrire. Ouvrez le mail, puis confirmez : l’alerte commence à ce moment.</p>
      <p class="soft">Rien reçu dans 5 minutes ? Regardez dans les indésirables, ou appelez-nous.</p>
      <p>
        <ButtonLink href="/offres" kind="second">
          Revenir aux offres
        </ButtonLink>
      </p>
    </div>
  ),
});
