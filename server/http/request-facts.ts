import type { Request, Response } from "express";
import { type Actor, visitor } from "#shared/kernel/actor.ts";
import { networkOf } from "./client-network.ts";

/** What the server knows of a request beside what was typed. */
export type RequestFacts = {
  readonly id: string;
  /** The client's network, for rate limits only: never stored with a person. */
  readonly ip: string;
  readonly path: string;
  readonly search: string;
  readonly saveData: boolean;
  readonly sessionToken: string | null;
};

export const factsOf = (request: Request, response: Response): RequestFacts => ({
  id: String(response.locals.requestId ?? ""),
  ip: networkOf(request.ip ?? ""),
  path: request.path,
  search: request.originalUrl.split("?")[1] ?? "",
  saveData: request.get("save-data") === "on",
  sessionToken: (response.locals.sessionToken as string | undefined) ?? null, // set by authenticate.ts alone
});

export const actorOf = (response: Response): Actor => (response.locals.actor as Actor | undefined) ?? visitor; // likewise

/** A browser's form gets pages; everything else under /api or asking for JSON gets JSON. */
export const wantsJson = (request: Request): boolean =>
  request.path.startsWith("/api/") || request.is("json") === "json" || request.accepts(["html", "json"]) === "json";
