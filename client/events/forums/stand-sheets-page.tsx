import type { VNode } from "preact";
import { QrCode } from "#client/design/qr-code.tsx";
import { sayWhen, sayWhere } from "#client/events/dating-words.ts";
import { printedPage } from "#client/events/printed-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { StandShown } from "./forum-facts.ts";
import { sayTraining } from "./forum-words.ts";

type Props = { readonly forum: JobDating; readonly stands: readonly StandShown[]; readonly site: string };

/** One sheet a stand, for the visitors: its number, its public offers with a code to read, its trainings. */
export const standSheetsPage = ({ forum, stands, site }: Props): Page =>
  printedPage({
    title: "Feuilles de stand",
    event: forum,
    about: (
      <p>
        {sayCount(stands.length, "feuille", "feuilles")}, une par stand. Les offres exclusives n’y sont pas : elles ne
        sont montrées à aucun visiteur.
      </p>
    ),
    count: stands.length,
    empty: { title: "Rien à imprimer", text: "Ajoutez d’abord des stands." },
    sheets: stands.map((shown) => <OneSheet key={shown.stand.id} forum={forum} shown={shown} site={site} />),
  });

type SheetProps = { readonly forum: JobDating; readonly shown: StandShown; readonly site: string };

const OneSheet = ({ forum, shown: { stand, offers }, site }: SheetProps): VNode => (
  <section class="sheet stack" aria-label={`Stand ${stand.number}, ${stand.name}`}>
    <div class="sheet-head">
      <b class="badge-number">{stand.number}</b>
      <div>
        <h2>{stand.name}</h2>
        <p>
          {forum.title}. {sayWhen(forum)}, {sayWhere(forum)}
        </p>
      </div>
    </div>
    {offers.length === 0 && stand.trainings.length === 0 && <p>Venez poser vos questions.</p>}
    {offers.length > 0 && (
      <>
        <h3>Les offres</h3>
        <ul class="sheet-offers">
          {offers.map((offer) => (
            <li key={offer.id}>
              <QrCode text={`${site}${offerAddress(offer)}`} label={`Image de l’adresse de l’offre ${offer.title}`} />
              <b>{offer.title}</b>
            </li>
          ))}
        </ul>
      </>
    )}
    {stand.trainings.length > 0 && (
      <>
        <h3>Les formations</h3>
        <ul class="stack-s">
          {stand.trainings.map((training) => (
            <li key={training.id}>{sayTraining(training)}</li>
          ))}
        </ul>
      </>
    )}
    <p class="small">Intéressé ? Donnez au stand les six lettres de votre badge. C’est vous qui choisissez.</p>
  </section>
);
