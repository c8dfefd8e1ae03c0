import type { Collection } from "./collection.ts";
import { findDocuments } from "./find-documents.ts";
import { byDistance, nearOf, refuseWithoutGeoIndex } from "./geo-near.ts";
import { gathered, inParts, type Work } from "./pauses.ts";
import { setAt } from "./set-at.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { documentOf } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

const read = new Set(["near", "spherical", "maxDistance", "minDistance", "query", "key", "distanceField"]);

/** https://www.mongodb.com/docs/manual/reference/operator/aggregation/geoNear/ */
export function* nearby(operand: Doc, collection: Collection | undefined): Work<Doc[]> {
  const unread = Object.keys(operand).find((name) => !read.has(name));
  if (unread) throw notBuilt(`$geoNear with ${unread}`);
  if (!collection) return [];
  const { near: place, spherical, maxDistance, minDistance, query = {}, key, distanceField } = operand;
  const path = typeof key === "string" ? key : onlyGeoField(collection);
  const point = isDocument(place) && "type" in place ? { $geometry: place } : { place };
  const name = spherical ? "$nearSphere" : "$near";
  const near = nearOf(path, name, { ...point, $maxDistance: maxDistance, $minDistance: minDistance });
  refuseWithoutGeoIndex(collection, near);
  const found = yield* findDocuments(collection, { filter: isDocument(query) ? query : {} });
  const placed = yield* byDistance(found, near);
  return yield* gathered(
    inParts(placed, ({ stored, distance }) =>
      typeof distanceField === "string"
        ? setAt(documentOf(stored), distanceField.split("."), distance)
        : documentOf(stored),
    ),
  );
}

const onlyGeoField = ({ indexes }: Collection): string => {
  const fields = indexes.flatMap(({ spec }) =>
    Object.entries(spec.key).flatMap(([path, kind]) => (kind === "2d" || kind === "2dsphere" ? [path] : [])),
  );
  const [only] = new Set(fields);
  if (only === undefined) throw new StoreError(27, "$geoNear requires a 2d or 2dsphere index, but none were found");
  if (new Set(fields).size > 1) throw new StoreError(27, "There is more than one geo index; $geoNear needs a 'key'");
  return only;
};
