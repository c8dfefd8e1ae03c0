import type { NextFunction, Request, RequestHandler, Response } from "express";
import multer, { MulterError } from "multer";
import { networkOf } from "#server/http/client-network.ts";
import { countAttempt, type Limit } from "#server/http/rate-limit.ts";
import { actorOf } from "#server/http/request-facts.ts";
import type { Routes } from "#server/http/routes.ts";
import { largestCvFile } from "#shared/cvs/cv-file.ts";
import { isMember } from "#shared/kernel/actor.ts";
import { type Contract, mayCall } from "#shared/kernel/contract.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";

/** Files that are arriving, all together: what they hold in memory is bounded. */
const mostArriving = 16;
let arriving = 0;

// In memory only: a file that nobody asked us to keep is never written on a disk.
const form = multer({
  storage: multer.memoryStorage(),
  preservePath: true,
  defParamCharset: "utf8",
  limits: { files: 1, fileSize: largestCvFile, fields: 8, fieldSize: 400_000, parts: 10, headerPairs: 50 },
}).single("file");

/**
 * Before an endpoint that takes a file: reads the form into the body, the file as `file`; what went wrong goes there
 * too, for the form to say. Each try is counted before a byte of it is read, and a stranger's is not read at all.
 */
export const receiveUpload = (to: Routes, contract: Contract, limit: Limit): void => {
  to.router.use(contract.path, receiving(contract, limit));
};

const receiving =
  (contract: Contract, limit: Limit): RequestHandler =>
  async (request, response, next) => {
    const here = request.method === "POST" && request.path === "/";
    const actor = actorOf(response);
    if (!here || !mayCall(actor, contract.access)) return next();
    const sent = request.is("multipart/form-data") === "multipart/form-data";
    try {
      // in an agency many have one address: whoever signed in is counted alone
      await countAttempt(limit, isMember(actor) ? actor.accountId : networkOf(request.ip ?? ""));
      if (sent) await receive(request, response);
    } catch (error) {
      request.body = { file: asFailure(error) };
    }
    next();
  };

const receive = async (request: Request, response: Response): Promise<void> => {
  if (arriving >= mostArriving) throw new Failure("unavailable", "cv-reading-busy");
  arriving += 1;
  try {
    await new Promise<void>((resolve, reject) => {
      const done: NextFunction = (error) => (error ? reject(error) : resolve());
      form(request, response, done);
    });
    const { file } = request;
    const { file: _text, ...fields } = request.body as Record<string, unknown>;
    const given = file && (file.originalname !== "" || file.size > 0);
    request.body = given ? { ...fields, file: { name: file.originalname, bytes: file.buffer } } : fields;
  } finally {
    arriving -= 1;
  }
};

const asFailure = (error: unknown): Failure => {
  if (error instanceof Failure) return error;
  const tooBig = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE";
  return tooBig ? wrongField("file", "cv-file-too-big") : new Failure("invalid", "unreadable");
};
