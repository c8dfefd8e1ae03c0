import { findDocuments, planFor } from "#server/embedded/store/find-documents.ts";
import { partSize, politely, type Work } from "#server/embedded/store/pauses.ts";
import { isDocument } from "#server/embedded/store/value-key.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, databaseOf, documentOr, type House, listOf, nameOf, namespaceOf } from "./command.ts";
import { readSearch } from "./read-search.ts";

/** How a command would be done, without doing it. */
export const explain: Command = (body, house) => {
  const inner = documentOr(body.explain, {});
  return explainCommand({ ...inner, $db: databaseOf(body) }, body.verbosity !== "queryPlanner", house);
};

export const explainCommand = async (inner: Doc, executed: boolean, house: House): Promise<Doc> => {
  const pipeline = listOf(inner.pipeline);
  const [statement] = listOf(inner.updates ?? inner.deletes);
  const filter = inner.filter ?? inner.query ?? statement?.q ?? pipeline[0]?.$match ?? {};
  const ns = namespaceOf(inner);
  const collection = house.catalog.find(ns);
  const search = readSearch({ ...inner, filter });
  const plan = collection && planFor(collection, search);
  const scan = plan?.index
    ? {
        stage: "FETCH",
        inputStage: { stage: "IXSCAN", keyPattern: plan.index.spec.key, indexName: plan.index.spec.name },
      }
    : { stage: "COLLSCAN", direction: "forward" };
  const winningPlan = search.sort?.length && !plan?.sorted ? { stage: "SORT", inputStage: scan } : scan;
  const planned: Doc = {
    queryPlanner: { namespace: ns, parsedQuery: search.filter, winningPlan, rejectedPlans: [] },
    ...(executed
      ? {
          executionStats: {
            executionSuccess: true,
            nReturned: (await politely(findDocuments(collection, search))).length,
            totalDocsExamined: plan ? await politely(countOf(plan.candidates())) : 0,
          },
        }
      : {}),
  };
  const rest = isDocument(pipeline[0]?.$match) ? pipeline.slice(1) : pipeline;
  return {
    ...(rest.length > 0 ? { stages: [{ $cursor: planned }, ...rest] } : planned),
    command: { [nameOf(inner)]: inner[nameOf(inner)] },
    serverInfo: { host: "embedded", version: "7.0.0" },
    ok: 1,
  };
};

function* countOf(candidates: Iterable<unknown>): Work<number> {
  let count = 0;
  for (const _ of candidates) {
    count += 1;
    if (count % partSize === 0) yield;
  }
  return count;
}
