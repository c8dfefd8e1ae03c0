import { Button } from "#client/design/button.tsx";
import { ErrorSummary, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { PasswordField } from "#client/kernel/text-fields.tsx";
import { isStaff, type Member } from "#shared/kernel/actor.ts";
import { roleLabels } from "./account-words.ts";

type MyAccount = {
  actor: Member;
  hasPassword: boolean;
  errors: Readonly<Record<string, string>>;
  reminder: string | null;
};

export const accountPage = ({ actor, hasPassword, errors, reminder }: MyAccount): Page => ({
  title: "Mon compte",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Mon compte</h1>
      <dl class="facts">
        <dt>Nom</dt>
        <dd>
          {actor.firstName} {actor.lastName}
        </dd>
        <dt>Adresse mail</dt>
        <dd class="breakable">{actor.email}</dd>
        <dt>Vous êtes</dt>
        <dd>{roleLabels[actor.role]}</dd>
      </dl>
      <h2>{hasPassword ? "Changer de mot de passe" : "Choisir un mot de passe"}</h2>
      <p>Ce n’est pas obligatoire : le code par mail suffit.</p>
      <ErrorSummary errors={errors} />
      <Form action="/mon-compte/mot-de-passe">
        <PasswordField
          name="newPassword"
          label="Nouveau mot de passe"
          hint={`${isStaff(actor) ? 15 : 12} caractères au moins. Quatre mots sans lien font un bon mot de passe.`}
          typed={{}}
          errors={errors}
          autocomplete="new-password"
        />
        <Button kind="plain">Enregistrer ce mot de passe</Button>
      </Form>
      <h2>Appareils</h2>
      <p>Un téléphone perdu, un ordinateur partagé : déconnectez tout d’un coup.</p>
      <Form action="/mon-compte/deconnexion-partout">
        <Button kind="plain">Me déconnecter partout</Button>
      </Form>
      {actor.role === "candidate" && (
        <>
          <h2>Accompagnement</h2>
          <p>
            <a href="/mes-accompagnements">Voir qui m’accompagne, accepter ou arrêter</a>
          </p>
        </>
      )}
      {reminder && (
        <>
          <h2>Mes mails</h2>
          <p>
            <a href={reminder}>Arrêter ou reprendre le rappel du matin</a>
          </p>
        </>
      )}
      <h2>Mes données</h2>
      <p>
        <a href="/mon-compte/mes-donnees">Voir et récupérer tout ce que vous gardez sur moi</a>
      </p>
      <p>
        <a href="/mon-compte/effacement">{isStaff(actor) ? "Fermer mon compte" : "Effacer mon compte"}</a>
      </p>
    </div>
  ),
});
