import type { NextFunction, Request, Response } from "express";
import { Failure } from "#shared/kernel/failure.ts";
import { isOurOrigin } from "./our-origin.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** A method that changes nothing. */
export const isSafe = (request: Request): boolean => safeMethods.has(request.method);

// RFC 8058: a mail programme posts here from anywhere, without cookie; the token in the address is the only key.
const oneClick = /^\/alertes\/[^/]+\/desinscription$/;

/** Unsafe methods come from our own pages, or are refused: Sec-Fetch-Site first, else Origin, else no. */
export const sameOrigin = (request: Request, _response: Response, next: NextFunction): void => {
  const allowed = isSafe(request) || oneClick.test(request.path) || isOurs(request);
  next(allowed ? undefined : new Failure("forbidden", "cross-site-request"));
};

const isOurs = (request: Request): boolean => {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  return isOurOrigin(request.get("origin"), request.get("host"));
};
