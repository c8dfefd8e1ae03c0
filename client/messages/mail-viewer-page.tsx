import { EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayMoment } from "#client/kernel/say.tsx";

type KeptMail = {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** Development only: every mail that would have left, newest first. */
export const mailListPage = ({ mails }: { mails: readonly KeptMail[] }): Page => ({
  title: "Mails envoyés (développement)",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Mails envoyés</h1>
      <p class="soft">Ce site de démonstration n’envoie rien : les 200 derniers mails sont ici.</p>
      {mails.length === 0 ? (
        <EmptyState title="Aucun mail pour l’instant">
          <p>
            Demandez par exemple un code sur <a href="/connexion">la page de connexion</a>.
          </p>
        </EmptyState>
      ) : (
        <ul class="stack">
          {mails.map(({ id, at, to, subject }) => (
            <li key={id} class="card stack-s">
              <a href={`/dev/mails/${id}`}>
                <b>{subject}</b>
              </a>
              <p class="small soft breakable">
                à {to}, {sayMoment(at)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  ),
});

export const mailPage = ({ mail }: { mail: KeptMail }): Page => ({
  title: mail.subject,
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <p class="small">
        <a href="/dev/mails">Tous les mails</a>
      </p>
      <h1>{mail.subject}</h1>
      <p class="soft breakable">
        à {mail.to}, {sayMoment(mail.at)}
      </p>
      <div class="card preline breakable">{linked(mail.text)}</div>
      <p>
        <a href={`/dev/mails/${mail.id}/html`}>Voir comme dans une boîte aux lettres</a>
      </p>
    </div>
  ),
});

/** The plain text, its addresses made links. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
