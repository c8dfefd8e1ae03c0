import type { NextFunction, Request, Response } from "express";
import { log } from "#server/platform/log.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import { AlertModel } from "./alert-model.ts";
import { markSeen } from "./alert-readers.ts";

const purpose = "alert-visit";
const parameter = "alerte";

/** What our mails add to the address of an offer: it says who came, and opens nothing. */
export const visitParameter = (alertId: string): string => `${parameter}=${signLink(purpose, alertId)}`;

/**
 * Stands before every page. Whoever follows an offer of our mails reads them: no redirection, no picture. The page does
 * not wait for it, and a scanner that opens links only makes us write as often as was asked.
 */
export const noteVisit = (request: Request, _response: Response, next: NextFunction): void => {
  const token = request.query[parameter];
  if (request.method === "GET" && typeof token === "string")
    note(token).catch((error: unknown) =>
      log.warn({ error: error instanceof Error ? error.name : "unknown" }, "visit not noted"),
    );
  next();
};

const note = async (token: string): Promise<void> => {
  const alertId = readLink(purpose, token);
  const alert = alertId === null ? null : await AlertModel.findById(alertId, { email: 1 }).lean();
  if (alert) await markSeen(alert.email);
};
