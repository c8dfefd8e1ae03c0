import type { Search } from "#server/embedded/store/find-documents.ts";
import { readCollation, readSort } from "#server/embedded/store/sort-documents.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { documentOr, numberOr } from "./command.ts";

/** What `find`, `count`, `distinct` and `explain` ask for, in one form. */
export const readSearch = (body: Doc): Search & { filter: Doc } => {
  const [skip, limit] = [numberOr(body.skip, 0), numberOr(body.limit, 0)];
  if (skip < 0) throw new StoreError(51024, "Field 'skip' must be at least 0");
  const variables = documentOr(body.let, {});
  return {
    filter: documentOr(body.filter ?? body.query ?? body.q, {}),
    sort: readSort(body.sort),
    skip,
    limit: Math.abs(limit),
    collation: readCollation(body.collation),
    ...(body.hint === undefined ? {} : { hint: body.hint }),
    ...(Object.keys(variables).length > 0 ? { scope: { variables } } : {}),
  };
};
