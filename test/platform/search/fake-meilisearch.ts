import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly key: string | undefined;
  readonly body: unknown;
};
type Reply = { readonly status: number; readonly body: unknown };

/** Answers as Meilisearch's API reference documents, just enough to see what is sent: it searches nothing. */
export const fakeMeilisearch = async (
  options: {
    taskStatus?: "succeeded" | "failed";
    stored?: readonly unknown[];
    totals?: (q: string) => number;
    /** What each page of hits holds. */
    hits?: () => readonly unknown[];
  } = {},
): Promise<{ url: string; sent: Sent[]; close: () => Promise<void> }> => {
  const sent: Sent[] = [];
  const task = (uid: number, status: string): unknown => ({
    uid,
    taskUid: uid,
    indexUid: "offers",
    status,
    type: "documentAdditionOrUpdate",
    enqueuedAt: "2026-01-01T00:00:00Z",
    error: status === "failed" ? { code: "no_space_left_on_device", message: "Disk full" } : null,
  });

  const reply = (method: string, path: string, body: unknown): Reply => {
    if (path.startsWith("/tasks/")) return { status: 200, body: task(1, options.taskStatus ?? "succeeded") };
    if (method === "GET" && path.includes("/documents?")) return { status: 200, body: pageOf(options.stored ?? []) };
    if (path.endsWith("/documents/fetch")) return { status: 200, body: pageOf([]) };
    if (path === "/multi-search")
      return { status: 200, body: { results: resultsOf(body, { hits: () => oneHit, totals: () => 1, ...options }) } };
    return { status: 202, body: task(1, "enqueued") };
  };

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const method = request.method ?? "";
    const body = await bodyOf(request);
    if (!path.startsWith("/tasks/")) sent.push({ method, path, key: request.headers.authorization, body });
    const { status, body: answer } = reply(method, path, body);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // An address object is what `listen` on a port gives.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};

const pageOf = (results: readonly unknown[]): unknown => ({ results, total: results.length, offset: 0, limit: 1_000 });

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? null : JSON.parse(text);
};

const oneHit = [{ id: "1", written_title: "Aide-soignante", _geo: { lat: 45.267, lng: 1.771 } }];

type Holding = { readonly hits: () => readonly unknown[]; readonly totals: (q: string) => number };

const resultsOf = (body: unknown, { hits, totals }: Holding): unknown[] => {
  // Only our own adapter writes here, in the shape that the test then checks.
  const { queries } = body as { queries: { q: string; hitsPerPage?: number; facets?: string[] }[] };
  return queries.map(({ q, hitsPerPage, facets }) => ({
    indexUid: "offers",
    hits: hitsPerPage === 0 || hitsPerPage === undefined ? [] : hits(),
    ...(hitsPerPage === undefined ? { estimatedTotalHits: totals(q) } : { totalHits: totals(q) }),
    facetDistribution: Object.fromEntries((facets ?? []).map((facet) => [facet, { CDI: 2, CDD: 5 }])),
  }));
};
