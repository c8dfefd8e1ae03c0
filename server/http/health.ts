import { timingSafeEqual } from "node:crypto";
import { Router } from "express";
import { dispatchFigures } from "#server/platform/mail/inspect.ts";
import { indexDrift, mailsByState, metricsText } from "#server/platform/metrics.ts";
import { mongoIsReady } from "#server/platform/mongo.ts";
import { indexChecks } from "#server/platform/search/index-check.ts";
import { searchEngine } from "#server/platform/search/search.ts";
import { site } from "#server/platform/site.ts";

/**
 * /live: the process answers. /ready: it can do its work; says which part cannot only to whom shows the metrics' token.
 * The search and the queue away leave it ready: pages and writes go on without them.
 */
export const healthRouter = (metricsToken: string | null): Router => {
  const router = Router();
  router.get("/live", (_request, response) => void response.json({ live: true }));
  router.get("/ready", async (request, response) => {
    const ready = mongoIsReady();
    const parts = { store: ready, search: await searchEngine().ready() };
    response
      .status(ready ? 200 : 503)
      .json(mayRead(request.get("authorization"), metricsToken) ? { ready, parts } : { ready });
  });
  router.get("/metrics", async (request, response, next) => {
    if (!mayRead(request.get("authorization"), metricsToken)) return next();
    const { byState } = await dispatchFigures();
    for (const [state, count] of Object.entries(byState)) mailsByState.labels(state).set(count);
    await tellDrift();
    response.type("text/plain; version=0.0.4").send(await metricsText());
  });
  return router;
};

/** Nothing before the first comparison: no figure is better than a zero that nobody measured. */
const tellDrift = async (): Promise<void> => {
  for (const { index, missing, stale, forgotten } of await indexChecks())
    for (const [kind, count] of Object.entries({ missing, stale, forgotten }))
      indexDrift.labels(index, kind).set(count);
};

/** Without a token, a development machine may read and a production site tells nobody. */
const mayRead = (header: string | undefined, token: string | null): boolean => {
  if (token === null) return !site().production;
  const given = Buffer.from(header ?? "");
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
};
