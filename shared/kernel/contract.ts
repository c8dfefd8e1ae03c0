import type { z } from "zod";
import type { Actor, Member, Role } from "./actor.ts";

/** Who may call: everybody, or the roles named. There is no default. */
export type Access = "anyone" | readonly Role[];

/**
 * One endpoint, as both sides know it. `reply` is "page" when people get HTML; else the JSON is cut to this schema.
 * A contract with a body answers forms (see-other to a page) and JSON alike.
 */
export type Contract = {
  readonly method: "get" | "post" | "delete";
  /** An Express path; French words for pages, English below /api/v1. */
  readonly path: string;
  readonly access: Access;
  /** One English sentence for the OpenAPI document. */
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply: "page" | z.ZodType;
  /** Only RFC 8058 one-click links: a POST without cookie from another site. */
  readonly crossSite?: true;
};

export const contract = <const C extends Contract>(declared: C): C => declared;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

export type ParamsOf<C extends Contract> = Parsed<C["params"]>;
export type QueryOf<C extends Contract> = Parsed<C["query"]>;
export type BodyOf<C extends Contract> = Parsed<C["body"]>;
export type ReplyOf<C extends Contract> = C["reply"] extends z.ZodType ? z.input<C["reply"]> : never;
export type ActorOf<C extends Contract> = C["access"] extends "anyone" ? Actor : Member;

export const mayCall = (actor: Actor, access: Access): boolean =>
  access === "anyone" || (actor.role !== "visitor" && access.includes(actor.role));
