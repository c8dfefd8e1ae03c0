import type { AreaMap } from "./import/official.ts";

/** Where people live and work: a "zone d’emploi" of INSEE, or a "bassin" of France Travail. */
export type Area = { readonly code: string; readonly name: string };

export const areaKinds = ["employment-zones", "basins"] as const;
export type AreaKind = (typeof areaKinds)[number];

const none: AreaMap = { names: {}, byCommune: {} };
const inUse: Record<AreaKind, AreaMap> = { "employment-zones": none, basins: none };

/** Puts imported areas in use; null for none. */
export const useAreas = (kind: AreaKind, areas: AreaMap | null): void => {
  inUse[kind] = areas ?? none;
};

/** The area a commune (INSEE code) lies in; null before any import, and for the few communes born since. */
export const areaOf = (kind: AreaKind, commune: string): Area | null => {
  const code = inUse[kind].byCommune[commune];
  const name = code === undefined ? undefined : inUse[kind].names[code];
  return code === undefined || name === undefined ? null : { code, name };
};
