import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { log } from "#server/platform/log.ts";
import { countRequest } from "#server/platform/metrics.ts";

/** Gives each request its id and says, when it is answered, what it was: the route's pattern, never what was typed. */
export const requestLog = (request: Request, response: Response, next: NextFunction): void => {
  const began = performance.now();
  response.locals.requestId = randomUUID();
  response.set("X-Request-Id", response.locals.requestId);
  response.on("finish", () => {
    const seconds = (performance.now() - began) / 1000;
    const route = String(request.route?.path ?? "none");
    countRequest({ method: request.method, route, status: response.statusCode, seconds });
    log.debug(
      { requestId: response.locals.requestId, method: request.method, route, status: response.statusCode },
      "answered",
    );
  });
  next();
};
