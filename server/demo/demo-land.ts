import { placesOfDepartment } from "#server/referentials/places.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Place } from "#shared/referentials/place.ts";
import type { Chance } from "./chance.ts";

/** Communes of the territory, drawn by their population: most jobs are where most people are. */
export const demoLand = (territory: string, luck: Chance): (() => Commune) => {
  const places = placesOfDepartment(territory).filter(
    ({ lat, lon, postcodes }) => lat !== null && lon !== null && postcodes.length > 0,
  );
  if (places.length === 0)
    throw new Error(`TERRITORY=${territory} has no commune; give a département's code, such as 19.`);
  const weights = places.map(({ population }) => population ** 0.8);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let left = luck.next() * total;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return communeOf(places[Math.max(0, at)]);
  };
};

/** The four most populous communes of the territory, the greatest first. */
export const mainTowns = (territory: string): Commune[] =>
  [...placesOfDepartment(territory)]
    .sort((a, b) => b.population - a.population)
    .slice(0, 4)
    .map(communeOf);

const communeOf = (place: Place | undefined): Commune => ({
  code: place?.code ?? "",
  name: place?.name ?? "",
  postcode: place?.postcodes[0] ?? "",
  lat: place?.lat ?? 0,
  lon: place?.lon ?? 0,
});
