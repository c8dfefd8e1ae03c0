import type { NextFunction, Request, Response } from "express";
import { Failure } from "#shared/kernel/failure.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

// RFC 8058: a mail programme posts here from anywhere, without cookie; the token in the address is the only key.
const oneClick = /^\/alertes\/[^/]+\/desinscription$/;

/** Unsafe methods come from our own pages, or are refused: Sec-Fetch-Site first, else Origin, else no. */
export const sameOrigin = (request: Request, _response: Response, next: NextFunction): void => {
  const allowed = safeMethods.has(request.method) || oneClick.test(request.path) || isOurs(request);
  next(allowed ? undefined : new Failure("forbidden", "cross-site-request"));
};

const isOurs = (request: Request): boolean => {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = request.get("origin");
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.get("host");
};
