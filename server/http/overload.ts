import type { Request, RequestHandler, Response } from "express";
import { failurePage } from "#client/kernel/failure-page.tsx";
import { sayFailure } from "#client/kernel/failure-words.ts";
import { renderPage } from "#client/kernel/layout.tsx";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { type Site, site } from "#server/platform/site.ts";
import { visitor } from "#shared/kernel/actor.ts";
import { wantsJson } from "./request-facts.ts";
import { isSafe } from "./same-origin.ts";

/** How many requests may be under way at once. What a person sends is kept longer than what they could read again. */
export type Room = { readonly reading: number; readonly writing: number };

/** At some 400 answers a second, the last one let in waits a sixth of a second; past that, a clear « later » is better. */
export const usualRoom: Room = { reading: 64, writing: 256 };

const retryAfterSeconds = 5;

/**
 * Refuses at once, for next to nothing, what could only be answered late: a process that takes everything in answers
 * nobody in time, and goes on working for people who left. Files have a queue of their own (`receive-upload.ts`).
 */
export const refuseOverload = (room: Room = usualRoom): RequestHandler => {
  const underWay = { reading: 0, writing: 0 };
  return (request, response, next) => {
    const kind = isSafe(request) ? "reading" : "writing";
    if (hasItsOwnQueue(request)) return next();
    if (underWay[kind] >= room[kind]) return sayLater(request, response);
    underWay[kind] += 1;
    response.once("close", () => {
      underWay[kind] -= 1;
    });
    next();
  };
};

/** A file may take a minute to arrive from a phone. */
const hasItsOwnQueue = (request: Request): boolean => Boolean(request.is("multipart/form-data"));

const code = "overloaded";

const sayLater = (request: Request, response: Response): void => {
  response.status(503).set({ "Retry-After": String(retryAfterSeconds), "Cache-Control": "no-store" });
  if (wantsJson(request)) {
    const { requestId } = response.locals;
    response.json({ error: { code, message: sayFailure(code), requestId } });
  } else response.type("html").send(laterPage());
};

let kept: { readonly of: Site; readonly html: string } | null = null;

/** Rendered once: it must cost less than what it refuses. */
const laterPage = (): string => {
  const of = site();
  if (kept?.of !== of) kept = { of, html: renderLater(of) };
  return kept.html;
};

const renderLater = ({ phone, territoryName, inTerritory, publicUrl }: Site): string =>
  renderPage(failurePage({ status: 503, code, sentence: sayFailure(code), requestId: "", backTo: null }), {
    actor: visitor,
    phone,
    territoryName,
    inTerritory,
    publicUrl,
    assets: loadedAssets(),
    path: "/",
    saveData: false,
    notice: null,
  });
