import type { NextFunction, Request, Response } from "express";
import { findActor } from "#server/accounts/sessions.ts";
import { readCookie, sessionCookie } from "./cookies.ts";
import { isSafe } from "./same-origin.ts";

/** Says who asks. A dead or forged session is a visitor, not an error: the page decides what that means. */
export const authenticate = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
  const token = readCookie(request, sessionCookie);
  if (token) await lookUp(token, request, response);
  next();
};

/** A page for everyone can still be read while the store is away; what is for someone, or acts, cannot. */
const lookUp = async (token: string, request: Request, response: Response): Promise<void> => {
  try {
    response.locals.actor = await findActor(token);
    response.locals.sessionToken = token;
  } catch (error) {
    if (!isSafe(request)) throw error;
    response.locals.actorUnknown = error;
  }
};
