import { distanceKm } from "#server/platform/search/distance-km.ts";

export type Kept = Readonly<Record<string, unknown>> & { readonly id: string };

/** What the API answers with a 4xx: the code is one of its documented error codes. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether a document satisfies an expression of Meilisearch's filter language, of the forms that we send. */
export const compileFilter = (
  expressions: readonly string[],
  filterable: readonly string[],
): ((document: Kept) => boolean) => {
  const conditions = expressions.map((expression) => compileOne(expression, filterable));
  return (document) => conditions.every((accepts) => accepts(document));
};

const compileOne = (expression: string, filterable: readonly string[]): ((document: Kept) => boolean) => {
  const named = (name: string): string => {
    if (filterable.includes(name)) return name;
    throw new Refused("invalid_search_filter", `Attribute \`${name}\` is not filterable.`);
  };
  const radius = /^_geoRadius\((-?[\d.e+-]+), (-?[\d.e+-]+), ([\d.e+-]+)\)$/.exec(expression);
  if (radius) {
    named("_geo");
    const [lat, lon, metres] = radius.slice(1).map(Number);
    return ({ _geo }) => {
      const place = _geo as { lat: number; lng: number } | undefined; // written by our own adapter
      if (place === undefined) return false;
      return distanceKm({ lat: lat ?? 0, lon: lon ?? 0 }, { lat: place.lat, lon: place.lng }) <= (metres ?? 0) / 1_000;
    };
  }
  const list = /^(\w+) (NOT IN|IN) \[(.*)\]$/s.exec(expression);
  if (list) {
    const name = named(list[1] ?? "");
    const wanted = new Set(valuesOf(list[3] ?? "").map((value) => value.toLowerCase()));
    const isIn = (document: Kept): boolean =>
      [document[name]].flat().some((value) => wanted.has(String(value).toLowerCase()));
    return list[2] === "IN" ? isIn : (document) => !isIn(document);
  }
  const compared = /^(\w+) (=|>=) (\S+)$/.exec(expression);
  if (!compared) throw new Refused("invalid_search_filter", `Not a filter: ${expression}`);
  const [, attribute = "", operator, value = ""] = compared;
  const name = named(attribute);
  if (operator === "=") return (document) => String(document[name]) === value;
  return (document) => typeof document[name] === "number" && Number(document[name]) >= Number(value);
};

/** `"CDI\"", "CDD"` → two values; an escaped quote is a quote. */
const valuesOf = (list: string): string[] => {
  const values = [...list.matchAll(/"((?:\\"|[^"])*)"/g)].map((found) => (found[1] ?? "").replaceAll('\\"', '"'));
  const said = values.map((value) => `"${value.replaceAll('"', '\\"')}"`).join(", ");
  if (said !== list) throw new Refused("invalid_search_filter", `Not a list: ${list}`);
  return values;
};
