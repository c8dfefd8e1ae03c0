import { gzipSync } from "node:zlib";
import type { Request, RequestHandler, Response } from "express";
import { failurePage } from "#client/kernel/failure-page.tsx";
import { sayFailure } from "#client/kernel/failure-words.ts";
import { renderPage } from "#client/kernel/layout.tsx";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { type Site, site } from "#server/platform/site.ts";
import { visitor } from "#shared/kernel/actor.ts";
import { wantsJson } from "./request-facts.ts";
import { isSafe } from "./same-origin.ts";
import { takesGzip } from "./shared-page.ts";

/** How many requests may be under way at once. What a person sends is kept longer than what they could read again. */
export const usualRoom = { reading: 64, writing: 256 } as const;

const retryAfterSeconds = 5;

/**
 * Refuses at once, for next to nothing, what could only be answered late: a process that takes everything in answers
 * nobody in time, and goes on working for people who left. Stands before all that costs; who watches is never refused.
 */
export const refuseReadings = (): RequestHandler =>
  keepRoom(usualRoom.reading, (request) => isSafe(request) && !isWatching(request));

/** The same for what people send, once it is here: who sends slowly takes no room. Files have a queue of their own. */
export const refuseWritings = (): RequestHandler =>
  keepRoom(usualRoom.writing, (request) => !isSafe(request) && !request.is("multipart/form-data"));

const keepRoom = (room: number, concerns: (request: Request) => boolean): RequestHandler => {
  let underWay = 0;
  return (request, response, next) => {
    if (!concerns(request)) return next();
    if (underWay >= room) return sayLater(request, response);
    underWay += 1;
    response.once("close", () => {
      underWay -= 1;
    });
    next();
  };
};

/** Whether the process lives, and the styles of the page that says « later ». */
const isWatching = ({ path }: Request): boolean =>
  path === "/live" || path === "/ready" || path === "/metrics" || path.startsWith("/assets/");

const code = "overloaded";

const sayLater = (request: Request, response: Response): void => {
  response.status(503).set({ "Retry-After": String(retryAfterSeconds), "Cache-Control": "no-store" });
  if (wantsJson(request)) {
    const { requestId } = response.locals;
    response.json({ error: { code, message: sayFailure(code), requestId } });
    return;
  }
  const { zipped, html } = laterPage();
  const body = takesGzip(request) ? zipped : html;
  response.set({ "Content-Type": "text/html; charset=utf-8", "Content-Length": String(body.length) });
  if (body === zipped) response.set("Content-Encoding", "gzip");
  response.end(body);
};

type Later = { readonly of: Site; readonly html: Buffer; readonly zipped: Buffer };

let kept: Later | null = null;

/** Rendered once: it must cost less than what it refuses. */
const laterPage = (): Later => {
  const of = site();
  if (kept?.of !== of) {
    const html = Buffer.from(renderLater(of));
    kept = { of, html, zipped: gzipSync(html) };
  }
  return kept;
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
