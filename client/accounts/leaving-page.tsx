import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card } from "#client/design/card.tsx";
import { ErrorSummary, type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";

/** An agent's account holds other people's files: a colleague closes it, and this page asks them. */
export const leavingPage = ({ errors }: { errors: Errors }): Page => ({
  title: "Fermer mon compte d’agent",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: "/mon-compte", label: "Mon compte" }]} here="Fermer mon compte" />
      <h1>Fermer mon compte d’agent</h1>
      <p class="lead">
        Un administrateur ferme votre compte. Des personnes et des entreprises comptent sur vos dossiers.
      </p>
      <ErrorSummary errors={errors} />
      <Card as="section">
        <h2 class="h3">Ce qui se passe</h2>
        <ul class="dots stack-s">
          <li>Votre demande part par mail à tous les administrateurs.</li>
          <li>L’un d’eux ferme votre compte. Vous le savez par mail.</li>
          <li>Vos collègues reprennent ce que vous suivez.</li>
          <li>Ce que vous avez noté reste dans les dossiers des personnes : c’est leur histoire.</li>
        </ul>
      </Card>
      <p>
        Vous voulez garder une copie ? <a href="/mon-compte/mes-donnees">Récupérez d’abord vos données</a>.
      </p>
      <Form action="/mon-compte/fermeture" class="row">
        <Button kind="second">Demander la fermeture de mon compte</Button>
        <a href="/mon-compte">Garder mon compte</a>
      </Form>
    </div>
  ),
});
