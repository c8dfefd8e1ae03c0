import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { TextField } from "#client/kernel/text-fields.tsx";
import type { Member } from "#shared/kernel/actor.ts";

type Erase = FormState & { actor: Member };

/** What goes, what stays and why; then a word to type, for it cannot be undone. */
export const erasePage = ({ actor, typed, errors }: Erase): Page => ({
  title: "Effacer mon compte",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: "/mon-compte", label: "Mon compte" }]} here="Effacer mon compte" />
      <h1>Effacer mon compte</h1>
      <p class="lead">C’est votre droit. C’est immédiat, et cela ne peut pas être annulé.</p>
      <Card as="section">
        <h2 class="h3">Ce qui est effacé</h2>
        <Lines lines={actor.role === "employer" ? employerLoses : candidateLoses} />
      </Card>
      <Card as="section">
        <h2 class="h3">Ce qui reste, et pourquoi</h2>
        <Lines lines={actor.role === "employer" ? [...employerKeeps, ...everyoneKeeps] : everyoneKeeps} />
      </Card>
      <p>
        Vous voulez garder une copie ? <a href="/mon-compte/mes-donnees">Récupérez d’abord vos données</a>.
        {actor.role === "candidate" && (
          <>
            {" "}
            Vous voulez seulement ne plus être vu ? <a href="/mon-cv">Retirez votre CV</a>.
          </>
        )}
      </p>
      <ErrorSummary errors={errors} />
      <Form action="/mon-compte/effacement">
        <TextField
          name="confirmation"
          label="Pour confirmer, écrivez : effacer"
          maxLength={40}
          typed={typed}
          errors={errors}
          autocomplete="off"
        />
        <p class="small soft">
          Vous quittez votre espace tout de suite. Plus personne ne vous voit dans les cinq secondes. Tout est effacé
          dans l’heure.
        </p>
        <div class="row">
          <Button kind="danger">Effacer mon compte et mes données</Button>
          <a href="/mon-compte">Garder mon compte</a>
        </div>
      </Form>
    </div>
  ),
});

const candidateLoses = [
  "Votre nom, votre adresse mail, votre téléphone, votre mot de passe.",
  "Votre CV, les demandes de contact et le journal de qui l’a regardé.",
  "Vos candidatures et leurs messages. Les recruteurs ne les voient plus ici.",
  "Les offres que le Département vous a proposées, avec tous les commentaires.",
  "Vos alertes, ce qu’elles ont envoyé, et le texte des mails qui parlent de vous.",
];

const employerLoses = [
  "Votre nom, votre adresse mail, votre téléphone, votre mot de passe.",
  "Votre nom parmi les contacts de l’entreprise, quand il porte cette adresse.",
  "Vos demandes de contact aux candidats, et ce que vous leur avez écrit.",
  "Votre nom dans l’histoire des offres et des candidatures : les gestes restent, sans vous.",
  "Vos alertes, et le texte des mails qui parlent de vous.",
];

const employerKeeps = [
  "La fiche de l’entreprise et ses offres : elles sont à l’entreprise. Si personne d’autre n’y a de compte, les offres en ligne sont suspendues et les brouillons effacés.",
  "Si un agent a publié une offre à votre demande : votre nom dans cette preuve, six ans, car la loi nous la demande (Code du travail, L5334-1).",
];

const everyoneKeeps = [
  "Des chiffres sans personne : combien de candidatures ou d’embauches, par mois et par métier.",
  "Une ligne au journal, un an : qu’un compte a été effacé, quand, mais pas lequel.",
  "Un code illisible, trois ans : il sert à vous effacer de nouveau si une sauvegarde est remise.",
  "Les sauvegardes, le temps prévu avant leur destruction.",
  "Ce qu’une entreprise a déjà copié ou imprimé. Pour cela, écrivez-lui.",
];

const Lines = ({ lines }: { lines: readonly string[] }): VNode => (
  <ul class="dots stack-s">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

export const erasedPage = (): Page => ({
  title: "Compte effacé",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Votre compte est effacé</h1>
      <p>
        Vous avez quitté votre espace et plus personne ne vous voit ici. Si quelque chose reste à effacer, ce sera fait
        dans l’heure.
      </p>
      <p>
        Vous pourrez revenir quand vous voulez : <a href="/connexion">créez un nouvel espace</a>. Il sera vide. Les{" "}
        <a href="/offres">offres</a> restent ouvertes à tous, sans compte.
      </p>
    </div>
  ),
});

/** Mail scanners open links; only this button, a POST, keeps the account. */
export const keepPage = ({ token }: { token: string }): Page => ({
  title: "Garder mon compte",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Garder mon compte</h1>
      <p>Un seul geste, et vos données sont gardées deux ans de plus.</p>
      <Form action={`/garder-mon-compte/${token}`}>
        <Button>Garder mon compte</Button>
      </Form>
      <p class="small soft">Vous n’en voulez plus ? Fermez cette page : tout sera effacé à la date du mail.</p>
    </div>
  ),
});
