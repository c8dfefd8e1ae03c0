import type { NextFunction, Request, Response } from "express";
import { findActor } from "#server/accounts/sessions.ts";
import { readCookie, sessionCookie } from "./cookies.ts";

/** Says who asks. A dead or forged session is a visitor, not an error: the page decides what that means. */
export const authenticate = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
  const token = readCookie(request, sessionCookie);
  if (token) {
    response.locals.actor = await findActor(token);
    response.locals.sessionToken = token;
  }
  next();
};
