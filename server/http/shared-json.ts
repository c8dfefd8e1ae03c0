import { gzipSync } from "node:zlib";
import type { Request, Response } from "express";
import { type Edition, takesGzip } from "./shared-page.ts";

const kept = new WeakMap<Edition, Buffer>();

/** Answers JSON that many machines ask alike: made and zipped once for each edition. */
export const sendSharedJson = async (
  request: Request,
  response: Response,
  { edition, make }: { edition: Edition | null; make: () => Promise<unknown> },
): Promise<void> => {
  if (edition === null || !takesGzip(request)) {
    response.json(await make());
    return;
  }
  const zipped = kept.get(edition) ?? gzipSync(JSON.stringify(await make()));
  kept.set(edition, zipped);
  response.type("json").set("Content-Encoding", "gzip").vary("Accept-Encoding").send(zipped);
};
