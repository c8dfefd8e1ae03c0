import type { NextFunction, Request, Response } from "express";
import { loadedAssets } from "#server/platform/assets-in-use.ts";

/** Styles, script and font: their names carry a hash of their content, so a browser keeps them for a year. */
export const serveAssets = (request: Request, response: Response, next: NextFunction): void => {
  const file = loadedAssets().file(request.originalUrl.split("?")[0] ?? "");
  if (!file) {
    next();
    return;
  }
  response.set("Cache-Control", "public, max-age=31536000, immutable").type(file.type);
  const zipped = file.gzip && request.acceptsEncodings(["gzip"]) === "gzip";
  if (zipped) response.set({ "Content-Encoding": "gzip", Vary: "Accept-Encoding" });
  response.send(zipped ? file.gzip : file.body);
};
