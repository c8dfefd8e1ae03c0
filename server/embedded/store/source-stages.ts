import type { Aggregation } from "./aggregate.ts";
import type { Collection } from "./collection.ts";
import { statsOf } from "./collection-stats.ts";
import { findDocuments } from "./find-documents.ts";
import { byDistance, nearOf, refuseWithoutGeoIndex } from "./geo-near.ts";
import { atOnce } from "./pauses.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { documentOf } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

type Source = (operand: Doc, collection: Collection | undefined, order: Aggregation) => Doc[];

/** Stages that stand first and make the documents themselves. */
const sources: Record<string, Source> = {
  $geoNear: (operand, collection) => (collection ? nearby(operand, collection) : []),
  $indexStats: (_, collection) =>
    (collection?.indexes ?? []).map(({ spec }) => ({ name: spec.name, key: spec.key, host: "embedded", spec })),
  $collStats: (operand, collection, { database, collection: name }) => {
    const ns = `${database}.${name}`;
    if (operand.latencyStats || operand.queryExecStats) throw notBuilt("$collStats with latencyStats");
    const { count } = statsOf(ns, collection);
    return [
      {
        ns,
        ...(operand.storageStats ? { storageStats: statsOf(ns, collection) } : {}),
        ...(operand.count ? { count } : {}),
      },
    ];
  },
};

export const sourceDocuments = (first: Doc | undefined, order: Aggregation): Doc[] | undefined => {
  const [name = "", operand] = Object.entries(first ?? {})[0] ?? [];
  const source = sources[name];
  if (!source) return undefined;
  const collection = order.catalog.find(`${order.database}.${order.collection}`);
  return source(isDocument(operand) ? operand : {}, collection, order);
};

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/geoNear/ */
const nearby = (operand: Doc, collection: Collection): Doc[] => {
  const {
    near: place,
    spherical,
    distanceField,
    includeLocs,
    distanceMultiplier = 1,
    maxDistance,
    minDistance,
  } = operand;
  const { query = {}, key } = operand;
  const path = typeof key === "string" ? key : onlyGeoField(collection);
  const point = isDocument(place) && "type" in place ? { $geometry: place } : { place };
  const name = spherical ? "$nearSphere" : "$near";
  const near = nearOf(path, name, { ...point, $maxDistance: maxDistance, $minDistance: minDistance });
  refuseWithoutGeoIndex(collection, near);
  const found = atOnce(findDocuments(collection, { filter: isDocument(query) ? query : {} }));
  return byDistance(found, near).map(({ stored, distance }) => {
    const document = documentOf(stored);
    if (typeof distanceField === "string") setAt(document, distanceField, distance * Number(distanceMultiplier));
    if (typeof includeLocs === "string") setAt(document, includeLocs, path.split(".").reduce(inside, document));
    return document;
  });
};

const inside = (value: unknown, name: string): unknown => (isDocument(value) ? value[name] : undefined);

const setAt = (document: Doc, path: string, value: unknown): void => {
  const parts = path.split(".");
  const last = parts.pop() ?? path;
  let holder = document;
  for (const part of parts) {
    const next: Doc = isDocument(holder[part]) ? (holder[part] as Doc) : {};
    holder[part] = next;
    holder = next;
  }
  holder[last] = value;
};

const onlyGeoField = ({ indexes }: Collection): string => {
  const fields = indexes.flatMap(({ spec }) =>
    Object.entries(spec.key).flatMap(([path, kind]) => (kind === "2d" || kind === "2dsphere" ? [path] : [])),
  );
  const [only] = new Set(fields);
  if (only === undefined) throw new StoreError(27, "$geoNear requires a 2d or 2dsphere index, but none were found");
  if (new Set(fields).size > 1) throw new StoreError(27, "There is more than one geo index; $geoNear needs a 'key'");
  return only;
};
