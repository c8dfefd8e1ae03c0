import compression from "compression";
import express, { type Express } from "express";
import type { Contract } from "#shared/kernel/contract.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { noteVisit } from "./alerts/note-visit.ts";
import { answerFailures } from "./http/answer-failures.ts";
import { serveAssets } from "./http/assets.ts";
import { authenticate } from "./http/authenticate.ts";
import { byFirstWord } from "./http/by-first-word.ts";
import { healthRouter } from "./http/health.ts";
import { openApiRoutes } from "./http/openapi-routes.ts";
import { refuseReadings, refuseWritings } from "./http/overload.ts";
import { requestLog } from "./http/request-log.ts";
import type { Routes } from "./http/routes.ts";
import { sameOrigin } from "./http/same-origin.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { slices } from "./slices.ts";

export type AppSettings = { readonly trustProxy: number; readonly metricsToken: string | null };

/** What answers requests, in order: who and what first, then the slices, then the refusals. */
export const createApp = ({ trustProxy, metricsToken }: AppSettings): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustProxy);
  app.set("query parser", "simple");
  app.use(requestLog, securityHeaders, refuseReadings(), compression());
  app.use("/assets", serveAssets);
  app.use(healthRouter(metricsToken));
  app.use(express.urlencoded({ extended: false, limit: "400kb", parameterLimit: 600 }));
  app.use(express.json({ limit: "400kb" }));
  app.use(refuseWritings(), authenticate, sameOrigin, noteVisit);
  app.use(byFirstWord([...slices, openApiRoutes(allContracts())]));
  app.use((_request, _response, next) => next(new Failure("missing", "missing-page")));
  app.use(answerFailures);
  return app;
};

/** Every endpoint of the product, as `access.test.ts` and the OpenAPI document walk them. */
export const allContracts = (): readonly Contract[] => slices.flatMap((slice: Routes) => slice.contracts);
