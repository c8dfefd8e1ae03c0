import type { ComponentChildren, VNode } from "preact";
import { Facts } from "#client/design/card.tsx";
import { Track } from "#client/design/reasons.tsx";
import { sayCount, sayDay, sayKm, sayMonths } from "#client/kernel/say.tsx";
import { atPlace, ofPlace } from "#client/referentials/say-place.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { licenceByCode } from "#shared/referentials/licence.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { OfferText } from "./offer-text.tsx";
import { remoteLabels, sayContract, sayEmployer, sayPay, saySchedules, sayWeeklyHours } from "./offer-words.ts";

type BodyProps = {
  offer: PublicOffer;
  distance: { readonly km: number; readonly from: string } | null;
  today: Day;
  /** Between the head and the work: the reasons for this person. */
  children?: ComponentChildren;
};

/** What an offer says, from its pay to what follows an application; the employer's preview shows the same. */
export const OfferBody = ({ offer, distance, today, children }: BodyProps): VNode => (
  <>
    <header class="stack-s">
      <h1>{offer.title}</h1>
      <p class="lead">
        <b>{sayPay(offer.pay)}</b> · {sayContract(offer)} · {sayWeeklyHours(offer.weeklyHours)}
        {offer.schedules.length > 0 && ` · ${saySchedules(offer.schedules)}`}
      </p>
      <p class="soft">
        {sayEmployer(offer)}, {offer.commune.name} ({offer.commune.postcode})
        {distance && ` · ${sayKm(distance.km)} ${ofPlace(distance.from)}`}
        {offer.posts > 1 && ` · ${sayCount(offer.posts, "poste", "postes")}`} · prise de poste {startOf(offer, today)}
      </p>
    </header>
    {children}
    <section class="stack">
      <h2>Le travail</h2>
      <OfferText text={offer.description} />
    </section>
    <section class="stack">
      <h2>Ce qu’il faut</h2>
      <Needs offer={offer} />
    </section>
    <section class="stack">
      <h2>En pratique</h2>
      <Facts
        facts={[
          ["Salaire", sayPay(offer.pay)],
          ["Contrat", sayContract(offer)],
          [
            "Temps de travail",
            [sayWeeklyHours(offer.weeklyHours), saySchedules(offer.schedules)].filter(Boolean).join(", "),
          ],
          ["Lieu", placeOf(offer)],
          ["Début", startOf(offer, today)],
        ]}
      />
    </section>
    <section class="stack">
      <h2>Comment ça se passe ensuite</h2>
      <Track
        steps={[
          { label: "Vous postulez", detail: "sur une page, avec votre CV", state: "now" },
          { label: "L’employeur lit", detail: "vous voyez quand il l’a fait", state: "next" },
          { label: "Entretien", detail: `${atPlace(offer.commune.name)} ou par téléphone`, state: "next" },
          { label: "Réponse", detail: "vous la lisez dans votre espace", state: "next" },
        ]}
      />
      {offer.howToApply && <p class="preline">{offer.howToApply}</p>}
    </section>
  </>
);

/** Required and appreciated are told apart in words: signs say what one has and what one lacks, which is not known here. */
const Needs = ({ offer }: { offer: PublicOffer }): VNode => {
  const required = requiredOf(offer);
  const appreciated = appreciatedOf(offer);
  if (required.length + appreciated.length === 0)
    return <p>Rien de particulier n’est exigé. Les débutants sont les bienvenus.</p>;
  return (
    <ul class="dots stack-s">
      {required.map((need) => (
        <li key={need}>Exigé : {lowered(need)}</li>
      ))}
      {appreciated.map((need) => (
        <li key={need}>Apprécié : {lowered(need)}</li>
      ))}
      {offer.experienceMonths === 0 && <li>Débutant accepté</li>}
    </ul>
  );
};

/** "Permis B" goes on a sentence, "CACES" stays. */
const lowered = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const requiredOf = (offer: PublicOffer): string[] => [
  ...labelled(offer.requiredLicences, licenceByCode),
  ...(offer.diploma ? [`diplôme : ${offer.diploma}`] : []),
  ...(offer.experienceRequired && offer.experienceMonths > 0 ? [experienceOf(offer)] : []),
  ...labelled(offer.requiredSkills, skillById),
];

const appreciatedOf = (offer: PublicOffer): string[] => [
  ...labelled(
    offer.appreciatedLicences.filter((code) => !offer.requiredLicences.includes(code)),
    licenceByCode,
  ),
  ...(!offer.experienceRequired && offer.experienceMonths > 0 ? [experienceOf(offer)] : []),
  ...labelled(
    offer.appreciatedSkills.filter((id) => !offer.requiredSkills.includes(id)),
    skillById,
  ),
];

const labelled = (codes: readonly string[], find: (code: string) => { label: string } | undefined): string[] =>
  codes.flatMap((code) => find(code)?.label ?? []);

const experienceOf = ({ experienceMonths }: PublicOffer): string => `${sayMonths(experienceMonths)} d’expérience`;

const placeOf = ({ commune, remote, withoutCar }: PublicOffer): string =>
  [
    `${commune.name} (${commune.postcode})`,
    remoteLabels[remote].toLowerCase(),
    withoutCar ? "accessible sans voiture" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");

const startOf = ({ startsOn }: PublicOffer, today: Day): string =>
  startsOn === null || startsOn <= today ? "dès que possible" : `à partir du ${sayDay(startsOn, today)}`;
