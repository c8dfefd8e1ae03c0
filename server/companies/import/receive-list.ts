import type { RequestHandler } from "express";
import multer from "multer";
import { networkOf } from "#server/http/client-network.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { actorOf } from "#server/http/request-facts.ts";
import type { Routes } from "#server/http/routes.ts";
import { sheetLimits } from "#server/platform/sheets/sheet-limits.ts";
import { companyImportContracts } from "#shared/companies/import-contracts.ts";
import { mayCall } from "#shared/kernel/contract.ts";

// One byte more than a list may have: the use-case then says that it is too big.
const form = multer({
  storage: multer.memoryStorage(),
  preservePath: true,
  defParamCharset: "utf8",
  limits: { files: 1, fileSize: sheetLimits.bytes + 1, fields: 4, fieldSize: 1_000, parts: 5, headerPairs: 50 },
}).single("file");

const limit = { name: "company-list", most: 30, minutes: 10 } as const;

/** Reads the form that sends a list, for those who may; what arrives wrong is an absent file, which the form says. */
export const receiveList = (to: Routes): void => {
  to.router.use(companyImportContracts.send.path, receiving);
};

const receiving: RequestHandler = async (request, response, next) => {
  const here = request.method === "POST" && request.path === "/";
  const sent = request.is("multipart/form-data") === "multipart/form-data";
  if (!here || !sent || !mayCall(actorOf(response), companyImportContracts.send.access)) return next();
  await countAttempt(limit, networkOf(request.ip ?? ""));
  form(request, response, (error: unknown) => {
    const { file } = request;
    const tooBig = error instanceof multer.MulterError && error.code === "LIMIT_FILE_SIZE";
    const bytes = tooBig ? new Uint8Array(sheetLimits.bytes + 1) : file?.buffer;
    request.body = bytes && bytes.length > 0 ? { file: { name: file?.originalname ?? "liste", bytes } } : {};
    next();
  });
};
