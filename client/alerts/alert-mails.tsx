import type { Mail, MailBlock } from "#client/kernel/mail.tsx";
import { sayCount, sayKm } from "#client/kernel/say.tsx";
import { contractLabels, sayPay, scheduleLabels } from "#client/offers/offer-words.ts";
import type { Alert, AlertQuery } from "#shared/alerts/alert.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { familyByCode } from "#shared/referentials/family.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { frequencyLabels } from "./alert-words.ts";
import { alertSearchAddress, lower } from "./say-alert.ts";

export const alertConfirmationMail = ({ alert, link }: { alert: Alert; link: string }): Mail => ({
  subject: "Confirmez votre alerte d’offres d’emploi",
  why: "Quelqu’un, sans doute vous, a demandé à recevoir nos offres à cette adresse.",
  blocks: [
    { kind: "text", text: `La recherche : ${alert.label}.` },
    { kind: "text", text: `Le rythme : ${lower(frequencyLabels[alert.frequency])}, s’il y a du nouveau.` },
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

type Digest = { lines: readonly DigestLine[]; more: readonly DigestMore[]; alerts: readonly Alert[]; link: string };

export const alertDigestMail = ({ lines, more, alerts, link }: Digest): Mail => {
  const total = lines.length + more.reduce((sum, { count }) => sum + count, 0);
  const only = alerts.length === 1 ? alerts[0] : undefined;
  const offers = sayCount(total, "nouvelle offre", "nouvelles offres");
  return {
    subject: only ? `${offers} : ${only.label}` : `${offers} pour vous`,
    why: only
      ? `Vous recevez ce mail car vous avez enregistré cette recherche : ${only.label}.`
      : `Vous recevez ce mail car vous avez enregistré ${alerts.length} recherches.`,
    blocks: [...lines.map((line) => offerBlock(line)), ...more.map((one) => moreBlock(one))],
    manage: [{ label: "Mettre en pause, changer le rythme ou arrêter", href: link }],
  };
};

const moreBlock = ({ alert, count }: DigestMore): MailBlock => ({
  kind: "link",
  label: `Et ${sayCount(count, "autre offre", "autres offres")} : ${alert.label}`,
  href: alertSearchAddress(alert.query),
});

const offerBlock = (line: DigestLine): MailBlock => {
  const { offer, alert } = line;
  const from = alert.query.commune === null ? "" : `?de=${alert.query.commune.code}`;
  return {
    kind: "offer",
    title: offer.title,
    href: `${offerAddress(offer)}${from}`,
    lines: [
      [offer.employer ?? "Entreprise accompagnée par le Département", offer.commune.name].join(" · "),
      sayPay(offer.pay),
    ],
    reasons: [sayReason(line)],
  };
};

/** "aide-soignant, à 7 km de Tulle, CDI": what was asked for, as this offer answers it. */
export const sayReason = ({ offer, alert, distanceKm, closeness }: DigestLine): string =>
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
      ? lower(occupation.title)
      : `«\u00a0${query.text}\u00a0»${closeness === 0 ? " dans l’annonce" : ""}`;
  if (query.occupations.length > 0 && occupation) return lower(occupation.title);
  if (query.families.length > 0 && occupation) return lower(familyByCode(occupation.family)?.label ?? "");
  return "";
};

const sayDistance = (
  { commune }: AlertQuery,
  { offer, distanceKm }: Pick<DigestLine, "offer" | "distanceKm">,
): string => {
  if (commune === null || distanceKm === null) return "";
  return offer.commune.code === commune.code ? `à ${commune.name}` : `à ${sayKm(distanceKm)} de ${commune.name}`;
};
