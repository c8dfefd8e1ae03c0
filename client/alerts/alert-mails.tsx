import type { Mail, MailBlock } from "#client/kernel/mail.tsx";
import { sayCount, sayKm } from "#client/kernel/say.tsx";
import { contractLabels, sayPay, scheduleLabels } from "#client/offers/offer-words.ts";
import { ofPlace } from "#client/referentials/say-place.ts";
import type { Alert, AlertQuery } from "#shared/alerts/alert.ts";
import { mailsPerStep, paceOf } from "#shared/alerts/alert-pace.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { familyByCode } from "#shared/referentials/family.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { paceLabels, sayRhythm } from "./alert-words.ts";
import { alertSearchAddress, lower } from "./say-alert.ts";

export const alertConfirmationMail = ({ alert, link }: { alert: Alert; link: string }): Mail => ({
  subject: "Confirmez votre alerte d’offres d’emploi",
  why: "Quelqu’un, sans doute vous, a demandé à recevoir nos offres à cette adresse.",
  blocks: [
    { kind: "text", text: `La recherche : ${alert.label}.` },
    { kind: "text", text: `Le rythme : ${lower(sayRhythm(alert))}, s’il y a du nouveau.` },
    { kind: "button", label: "Confirmer mon alerte", href: link },
    {
      kind: "text",
      text: "Ce lien est valable 7 jours. Ce n’est pas vous ? Ne faites rien : aucun autre mail ne part.",
    },
  ],
});

/** One offer and the search that asks for it. */
export type DigestLine = {
  readonly offer: PublicOffer;
  readonly alert: Alert;
  readonly distanceKm: number | null;
  readonly closeness: number;
};

export type DigestMore = { readonly alert: Alert; readonly count: number };

type Digest = {
  readonly lines: readonly DigestLine[];
  readonly more: readonly DigestMore[];
  readonly alerts: readonly Alert[];
  /** Where the alerts are changed. */
  readonly link: string;
  /** What the addresses of offers carry: whoever follows one reads our mails. */
  readonly visit: string;
  /** Mails without a click or a visit, this one included. */
  readonly unseen: number;
};

export const alertDigestMail = ({ lines, more, alerts, link, visit, unseen }: Digest): Mail => {
  const total = lines.length + more.reduce((sum, { count }) => sum + count, 0);
  const only = alerts.length === 1 ? alerts[0] : undefined;
  const offers = sayCount(total, "nouvelle offre", "nouvelles offres");
  return {
    subject: only ? `${offers} : ${only.label}` : `${offers} pour vous`,
    why: only
      ? `Vous recevez ce mail car vous avez enregistré cette recherche : ${only.label}.`
      : `Vous recevez ce mail car vous avez enregistré ${alerts.length} recherches.`,
    blocks: [
      ...lines.map((line) => offerBlock(line, visit)),
      ...more.map((one) => moreBlock(one, visit)),
      ...slowingBlocks(unseen, { alerts, link }),
    ],
    manage: [{ label: "Mettre en pause, changer le rythme ou arrêter", href: link }],
  };
};

/** Said when mails become rarer, and in each of the rarer ones. */
const slowingBlocks = (unseen: number, { alerts, link }: Pick<Digest, "alerts" | "link">): MailBlock[] => {
  const [alert] = alerts;
  if (!alert || unseen < mailsPerStep) return [];
  const pace = paceLabels[paceOf(alert.frequency, unseen)];
  const text =
    unseen % mailsPerStep === 0
      ? `C’est notre ${unseen}e mail sans clic ni visite de votre part. Désormais, nous écrirons moins souvent : ${pace}.`
      : `Sans clic ni visite de votre part, nous écrivons moins souvent : ${pace}.`;
  return [
    { kind: "text", text: `${text} Ouvrir une offre suffit pour reprendre le rythme d’avant.` },
    { kind: "button", label: "Garder le rythme d’avant", href: link },
  ];
};

const moreBlock = ({ alert, count }: DigestMore, visit: string): MailBlock => ({
  kind: "link",
  label: `Et ${sayCount(count, "autre offre", "autres offres")} pour « ${alert.label} »`,
  href: withParameter(alertSearchAddress(alert.query), visit),
});

const withParameter = (address: string, parameter: string): string =>
  `${address}${address.includes("?") ? "&" : "?"}${parameter}`;

const offerBlock = (line: DigestLine, visit: string): MailBlock => {
  const { offer, alert } = line;
  const from = alert.query.commune === null ? "" : `?de=${alert.query.commune.code}`;
  return {
    kind: "offer",
    title: offer.title,
    href: withParameter(`${offerAddress(offer)}${from}`, visit),
    lines: [
      [offer.employer ?? "Entreprise accompagnée par le Département", offer.commune.name].join(" · "),
      sayPay(offer.pay),
    ],
    reasons: [sayReason(line)],
  };
};

/** "aide-soignant, à 7 km de Tulle, CDI": what was asked for, as this offer answers it. */
const sayReason = ({ offer, alert, distanceKm, closeness }: DigestLine): string =>
  [
    sayWords(alert.query, { offer, closeness }),
    sayDistance(alert.query, { offer, distanceKm }),
    contractLabels[offer.contract],
    ...offer.schedules.filter((one) => alert.query.schedules.includes(one)).map((one) => lower(scheduleLabels[one])),
    alert.query.withoutCar ? "accessible sans voiture" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");

const sayWords = (query: AlertQuery, { offer, closeness }: Pick<DigestLine, "offer" | "closeness">): string => {
  const occupation = occupationByCode(offer.occupation);
  if (query.text !== "")
    return closeness === 1 && occupation
      ? sayTrade(occupation)
      : `« ${query.text} »${closeness === 0 ? " dans l’annonce" : ""}`;
  if (query.occupations.length > 0 && occupation) return sayTrade(occupation);
  if (query.families.length > 0 && occupation) return lower(familyByCode(occupation.family)?.label ?? "");
  return "";
};

/** Both genders, told from the list they stand in. */
const sayTrade = ({ title }: { readonly title: string }): string => lower(title).replace(", ", " ou ");

const sayDistance = (
  { commune }: AlertQuery,
  { offer, distanceKm }: Pick<DigestLine, "offer" | "distanceKm">,
): string => {
  if (commune === null || distanceKm === null) return "";
  return offer.commune.code === commune.code ? `à ${commune.name}` : `à ${sayKm(distanceKm)} ${ofPlace(commune.name)}`;
};
