import { compileFilter, type Predicate } from "./match-document.ts";
import { StoreError } from "./store-error.ts";
import { exactDocument } from "./stored-document.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

const compiled = new WeakMap<Doc, Predicate>();

/**
 * Holds a new document to the collection's validator and to the time field of a time series.
 * @throws StoreError 121 with the reason, as https://www.mongodb.com/docs/manual/core/schema-validation/ shows it
 */
export const refuseInvalid = ({ validator, timeseries }: Doc, bytes: Uint8Array): void => {
  if (isDocument(timeseries)) refuseTimeless(exactDocument(bytes), String(timeseries.timeField));
  if (!isDocument(validator)) return;
  const matches = compiled.get(validator) ?? compileFilter(validator);
  compiled.set(validator, matches);
  const document = exactDocument(bytes);
  if (matches(document)) return;
  const [operatorName] = Object.keys(validator);
  throw new StoreError(121, "Document failed validation", {
    errInfo: { failingDocumentId: document._id, details: { operatorName, specifiedAs: validator } },
  });
};

const refuseTimeless = (document: Doc, timeField: string): void => {
  if (!(document[timeField] instanceof Date))
    throw new StoreError(2, `'${timeField}' must be present and contain a valid BSON UTC datetime value`);
};
