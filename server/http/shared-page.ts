import { gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import type { Frame } from "#client/kernel/layout.tsx";

/** Stands for all that a page says: the same object for as long as nothing of it changed. */
export type Edition = object;

type Shared = { readonly frame: Frame; readonly status: number; readonly zipped: Buffer };

const kept = new WeakMap<Edition, Shared>();

/** Keeps a page as it was rendered for a visitor, zipped: whoever comes to the same address gets the same bytes. */
export const keepPage = (edition: Edition, rendered: { frame: Frame; status: number; html: string }): Shared => {
  const { frame, status, html } = rendered;
  const shared = { frame, status, zipped: gzipSync(html) };
  kept.set(edition, shared);
  return shared;
};

/** The page kept for an edition, if it was made for such a visitor of this very address. */
export const keptPage = (edition: Edition, frame: Frame): Shared | null => {
  const known = kept.get(edition);
  return known && frame.actor.role === "visitor" && sameFrame(known.frame, frame) ? known : null;
};

const sameFrame = (one: Frame, other: Frame): boolean =>
  one.path === other.path &&
  one.saveData === other.saveData &&
  one.assets === other.assets &&
  one.phone === other.phone &&
  one.publicUrl === other.publicUrl;

export const takesGzip = (request: Request): boolean => request.acceptsEncodings(["gzip"]) === "gzip";

export const sendZipped = (response: Response, { status, zipped }: Shared): void => {
  response.status(status).type("html").set("Content-Encoding", "gzip").vary("Accept-Encoding").send(zipped);
};
