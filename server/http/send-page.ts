import type { Request, Response } from "express";
import { type Frame, type Page, renderPage } from "#client/kernel/layout.tsx";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { site } from "#server/platform/site.ts";
import { hasNotice, takeNotice } from "./cookies.ts";
import { actorOf } from "./request-facts.ts";
import { type Edition, keepPage, keptPage, sendZipped, takesGzip } from "./shared-page.ts";

/**
 * Renders a page in the frame of whoever asks. Pages of a signed-in person are kept by no cache. With an `edition`, what
 * a visitor gets is kept for the next one (`sendKept`).
 */
export const sendPage = (request: Request, response: Response, page: Page, edition: Edition | null = null): void => {
  const frame = frameOf(request, response);
  const everyones = frame.actor.role === "visitor" && !page.personal;
  setCaching(response, everyones);
  if (page.camera) allowCamera(response);
  const status = page.status ?? 200;
  const html = renderPage(page, frame);
  if (edition && everyones && frame.notice === null && takesGzip(request))
    sendZipped(response, keepPage(edition, { frame, status, html }));
  else response.status(status).type("html").send(html);
};

/** Sends what was kept of this edition for a visitor of this address; says whether there was such a thing. */
export const sendKept = (request: Request, response: Response, edition: Edition): boolean => {
  if (!takesGzip(request) || hasNotice(request)) return false;
  const known = keptPage(edition, frameOf(request, response));
  if (known === null) return false;
  setCaching(response, true);
  sendZipped(response, known);
  return true;
};

const setCaching = (response: Response, everyones: boolean): void => {
  response.set("Cache-Control", everyones ? "no-cache" : "no-store");
  response.set("Vary", "Cookie, Save-Data");
};

const allowCamera = (response: Response): void => {
  const policy = String(response.get("Permissions-Policy") ?? "");
  response.set("Permissions-Policy", policy.replace("camera=()", "camera=(self)"));
};

const frameOf = (request: Request, response: Response): Frame => {
  const { phone, territoryName, inTerritory, publicUrl } = site();
  return {
    actor: actorOf(response),
    phone,
    territoryName,
    inTerritory,
    publicUrl,
    assets: loadedAssets(),
    path: request.originalUrl,
    saveData: request.get("save-data") === "on",
    notice: takeNotice(request, response),
  };
};
