import { findDocuments, gather, planFor } from "#server/embedded/store/find-documents.ts";
import { politely } from "#server/embedded/store/pauses.ts";
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
  const { key: keyPattern, name: indexName } = plan?.index?.spec ?? {};
  const scan = indexName
    ? { stage: "FETCH", inputStage: { stage: "IXSCAN", keyPattern, indexName } }
    : { stage: "COLLSCAN", direction: "forward" };
  const winningPlan = search.sort?.length && !plan?.sorted ? { stage: "SORT", inputStage: scan } : scan;
  const executionStats = executed && {
    executionSuccess: true,
    nReturned: (await politely(findDocuments(collection, search))).length,
    totalDocsExamined: (await politely(gather(plan?.candidates() ?? []))).length,
  };
  const queryPlanner = { namespace: ns, parsedQuery: search.filter, winningPlan, rejectedPlans: [] };
  const planned: Doc = { queryPlanner, ...(executionStats ? { executionStats } : {}) };
  const rest = isDocument(pipeline[0]?.$match) ? pipeline.slice(1) : pipeline;
  return {
    ...(rest.length > 0 ? { stages: [{ $cursor: planned }, ...rest] } : planned),
    command: { [nameOf(inner)]: inner[nameOf(inner)] },
    serverInfo: { host: "embedded", version: "7.0.0" },
    ok: 1,
  };
};
