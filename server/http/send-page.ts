import type { Request, Response } from "express";
import { type Frame, type Page, renderPage } from "#client/kernel/layout.tsx";
import { loadedAssets } from "#server/platform/assets-in-use.ts";
import { site } from "#server/platform/site.ts";
import { takeNotice } from "./cookies.ts";
import { actorOf } from "./request-facts.ts";

/** Renders a page in the frame of whoever asks. Pages of a signed-in person are kept by no cache. */
export const sendPage = (request: Request, response: Response, page: Page): void => {
  const actor = actorOf(response);
  response.set("Cache-Control", actor.role === "visitor" && !page.personal ? "no-cache" : "no-store");
  response.set("Vary", "Cookie, Save-Data");
  if (page.camera) allowCamera(response);
  response
    .status(page.status ?? 200)
    .type("html")
    .send(renderPage(page, frameOf(request, response)));
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
