import { site } from "#server/platform/site.ts";
import { findLocalPlace } from "#server/referentials/find-local-place.ts";
import { placeByCode } from "#server/referentials/places.ts";
import { readQuery } from "#server/referentials/read-query.ts";
import { type OfferSearch, usualRadiusKm } from "#shared/offers/offer-search.ts";
import type { Place } from "#shared/referentials/place.ts";

/** A search as understood: the words apart from the place, the place as a commune with its radius. */
export type ReadSearch = {
  readonly search: OfferSearch;
  readonly place: Place | null;
  readonly unknownPlace: boolean;
};

/** A place of its own field comes before one that the words name; a radius that was typed before one that was chosen. */
export const readSearch = (search: OfferSearch): ReadSearch => {
  const asked = askedPlace(search);
  if (asked && !asked.place) return { search: { ...search, commune: null }, place: null, unknownPlace: true };
  const read = asked ? { ...asked, text: search.q } : placeAmongWords(search);
  const radius = Math.min(read.radiusKm ?? search.radius ?? usualRadiusKm, 200);
  return {
    search: {
      ...search,
      q: read.text,
      ou: null,
      commune: read.place?.code ?? null,
      radius: read.place ? radius : null,
    },
    place: read.place,
    unknownPlace: false,
  };
};

type ReadWords = AskedPlace & { readonly text: string | null };

const placeAmongWords = ({ q, exact }: OfferSearch): ReadWords => {
  const asTyped = { text: q, place: null, radiusKm: null };
  if (q === null || exact) return asTyped;
  const { text, place, radiusKm, untouched } = readQuery(q, { department: site().territory });
  return untouched ? asTyped : { place, radiusKm, text: text || null };
};

type AskedPlace = { readonly place: Place | null; readonly radiusKm: number | null };

const askedPlace = ({ ou, commune }: OfferSearch): AskedPlace | null => {
  if (ou !== null) return placeNamed(ou);
  return commune === null ? null : { place: placeByCode(commune) ?? null, radiusKm: null };
};

/** "Tulle", "19000", "Tulle (19000)", "Tulle, 20 km", "autour de Tulle"; null for "en Corrèze". */
const placeNamed = (typed: string): AskedPlace | null => {
  const department = site().territory;
  const read = readQuery(typed, { department });
  if (read.place === null && read.text === "") return null;
  return { place: findLocalPlace(typed, department) ?? read.place, radiusKm: read.radiusKm };
};
