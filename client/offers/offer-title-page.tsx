import { Button } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { OccupationField } from "#client/kernel/text-fields.tsx";

/** The first question alone: the trade decides what the form then proposes. */
export const offerTitlePage = (): Page => ({
  title: "Écrire une offre",
  section: "my-offers",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Écrire une offre</h1>
      <Form action="/employeur/offres/nouvelle" method="get">
        <OccupationField
          name="titre"
          label="Qui cherchez-vous ?"
          hint="Le nom du métier, comme vous le dites. Par exemple : aide-soignant de nuit."
          typed={{}}
          errors={{}}
          maxLength={120}
        />
        <Button>Continuer</Button>
      </Form>
      <p class="soft">Pas à l’aise ? Appelez-nous : un conseiller écrit l’offre avec vous.</p>
    </div>
  ),
});
