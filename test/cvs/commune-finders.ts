import { findPlace } from "#server/referentials/places.ts";
import type { CommuneFinder } from "#shared/cvs/cv-findings.ts";

/** Knows no commune: for readings where the commune does not matter. */
export const noCommune: CommuneFinder = () => null;

/** Knows the communes of France, and by their name alone those of Corrèze. */
export const communesOfCorreze: CommuneFinder = ({ name, postcode }) => {
  const place = findPlace(postcode === null ? name : `${name} (${postcode})`, { department: "19" });
  if (place === null || (postcode === null && place.department !== "19")) return null;
  return { code: place.code, name: place.name };
};
