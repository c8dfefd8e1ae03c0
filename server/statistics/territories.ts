import { site } from "#server/platform/site.ts";
import { type Area, areaOf } from "#server/referentials/areas.ts";
import { epciName } from "#server/referentials/epci-names.ts";
import { placeByCode, placesOfDepartment } from "#server/referentials/places.ts";
import type { AreaKind } from "#shared/statistics/bilan-query.ts";

/** The area of a commune: its employment zone (INSEE, once imported), or its group of communes. */
const areaOfCommune: Readonly<Record<AreaKind, (commune: string) => Area | null>> = {
  zones: (commune) => areaOf("employment-zones", commune),
  epci: (commune) => {
    const code = placeByCode(commune)?.epci ?? null;
    const name = code === null ? undefined : epciName(code);
    return code === null || name === undefined ? null : { code, name };
  },
};

/** The areas of the whole département, by name; no zone before the official list is imported. */
export const areasOf = (kind: AreaKind): Area[] => {
  const { territory } = site();
  const known = kept.get(`${territory} ${kind}`);
  if (known && known.length > 0) return known;
  const found = placesOfDepartment(territory).flatMap(({ code }) => areaOfCommune[kind](code) ?? []);
  const areas = [...new Map(found.map((area) => [area.code, area])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, "fr"),
  );
  kept.set(`${territory} ${kind}`, areas);
  return areas;
};

/** They change with an import, which is used from the next start. */
const kept = new Map<string, Area[]>();

export const areaCode = (kind: AreaKind, commune: string | null): string | null =>
  commune === null ? null : (areaOfCommune[kind](commune)?.code ?? null);
