import { Button } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import type { Company } from "#shared/companies/company.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { Refusal } from "./moderation-page.tsx";
import { OfferFacts, OfferPreview } from "./offer-preview.tsx";

type Waiting = FormState & { offer: Offer; company: Company; today: Day };

/** An offer that waits, as people would see it, and the two answers. */
export const moderatedOfferPage = ({ offer, company, today, typed, errors }: Waiting): Page => ({
  title: offer.title,
  section: "moderation",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <p class="small">
        <a href="/admin/moderation">Modération</a>
      </p>
      <div class="split">
        <OfferPreview offer={offer} today={today} />
        <aside>
          <Card>
            <p>
              <b>{company.name}</b>
            </p>
            <OfferFacts offer={offer} today={today} />
            <ErrorSummary errors={errors} />
            {company.status === "verified" ? (
              <Form action={`/admin/moderation/offres/${offer.id}/publication`}>
                <Button wide>Publier l’offre</Button>
              </Form>
            ) : (
              <p>
                Elle paraît dès que{" "}
                <a href={`/admin/moderation/entreprises/${company.id}`}>l’entreprise est vérifiée</a>.
              </p>
            )}
            <Refusal
              action={`/admin/moderation/offres/${offer.id}/refus`}
              summary="Rendre l’offre à l’employeur"
              hint="Dites ce qui doit changer : il le lit, corrige et publie de nouveau."
              typed={typed}
              errors={errors}
            />
          </Card>
        </aside>
      </div>
    </div>
  ),
});
