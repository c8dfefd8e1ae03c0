import { sayEuros } from "#client/kernel/say.tsx";
import { contractLabels, remoteLabels, scheduleLabels } from "#client/offers/offer-words.ts";
import { ofPlace } from "#client/referentials/say-place.ts";
import type { AlertQuery } from "#shared/alerts/alert.ts";
import { everyOffer, type OfferSearch, searchAddress } from "#shared/offers/offer-search.ts";
import { familyByCode } from "#shared/referentials/family.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";

/** The name of an alert: "Aide-soignant, 20 km autour de Tulle, CDI". */
export const sayLabel = (query: AlertQuery): string => {
  const said = describeQuery(query)
    .map(({ label, value }) => (label === "Mots" || label === "Lieu" ? value : lower(value)))
    .join(", ");
  return said === "" ? "Toutes les offres" : `${said.charAt(0).toUpperCase()}${said.slice(1)}`.slice(0, 160);
};

export type SaidPart = { readonly label: string; readonly value: string };

/** What a saved search asks for, part by part, in words; what it does not ask for is not said. */
export const describeQuery = (query: AlertQuery): readonly SaidPart[] =>
  [
    { label: "Mots", value: query.text.trim() },
    { label: "Lieu", value: sayPlace(query) },
    { label: "Communes", value: orList(query.communes.map(({ name }) => name)) },
    { label: "Métiers", value: orList(query.occupations.map((code) => occupationByCode(code)?.title ?? code)) },
    { label: "Domaines", value: orList(query.families.map((code) => familyByCode(code)?.label ?? code)) },
    { label: "Contrat", value: orList(query.contracts.map((contract) => contractLabels[contract])) },
    { label: "Horaires", value: orList(query.schedules.map((schedule) => scheduleLabels[schedule])) },
    { label: "À distance", value: orList(query.remote.map((share) => remoteLabels[share])) },
    {
      label: "Salaire",
      value: query.payPerHour === null ? "" : `au moins ${sayEuros(query.payPerHour)} brut de l’heure`,
    },
    { label: "Trajet", value: query.withoutCar ? "Accessible sans voiture" : "" },
  ].filter(({ value }) => value !== "");

/** The page of results that an alert watches. */
export const alertSearchAddress = (query: AlertQuery): string =>
  searchAddress({
    ...everyOffer,
    q: query.text || null,
    commune: query.commune?.code ?? null,
    radius: query.radiusKm,
    contract: query.contracts,
    schedule: query.schedules,
    family: query.families as OfferSearch["family"], // they came from the same list when the alert was saved
    occupation: query.occupations,
    communes: query.communes.map(({ code }) => code),
    remote: query.remote,
    withoutCar: query.withoutCar,
    sort: "date",
  });

const sayPlace = ({ commune, radiusKm }: AlertQuery): string => {
  if (commune === null) return "";
  return radiusKm === 0 ? commune.name : `${radiusKm ?? 20} km autour ${ofPlace(commune.name)}`;
};

const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ou ${items.at(-1)}`;

/** Inside a sentence, except what is written in capitals: "CDI", "CLIS". */
export const lower = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
