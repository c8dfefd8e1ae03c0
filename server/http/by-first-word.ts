import { type RequestHandler, Router } from "express";
import type { Routes } from "./routes.ts";

/**
 * Asks only the slices that have addresses with this first word, in their order: one after the other, some 250 patterns
 * would be tried for each page.
 */
export const byFirstWord = (slices: readonly Routes[]): RequestHandler => {
  const rooms = new Map<string, Router>();
  for (const { router, contracts } of slices)
    for (const word of new Set(contracts.map(({ path }) => firstWord(path)))) {
      const room = rooms.get(word) ?? Router();
      rooms.set(word, room.use(router));
    }
  return (request, response, next) => {
    const room = rooms.get(firstWord(request.path));
    if (room) room(request, response, next);
    else next();
  };
};

/** Express does not tell capitals from small letters either. */
const firstWord = (path: string): string => (path.split("/", 2)[1] ?? "").toLowerCase();
