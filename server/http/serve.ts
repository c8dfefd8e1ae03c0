import type { Request, Response } from "express";
import type { z } from "zod";
import type { Page } from "#client/kernel/layout.tsx";
import type { Actor } from "#shared/kernel/actor.ts";
import {
  type ActorOf,
  type BodyOf,
  type Contract,
  mayCall,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
} from "#shared/kernel/contract.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { wrongFields } from "#shared/kernel/wrong-fields.ts";
import { actorOf, factsOf, type RequestFacts } from "./request-facts.ts";
import type { Routes } from "./routes.ts";
import { sendPage } from "./send-page.ts";

/** What a handler is given: who asks, and what was sent, parsed by the contract. */
export type Input<C extends Contract> = {
  readonly actor: ActorOf<C>;
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  readonly request: RequestFacts;
};

/** Answers JSON, cut to the contract's reply. */
export const serveJson = <C extends Contract>(
  to: Routes,
  contract: C,
  handle: (input: Input<C>) => Promise<ReplyOf<C>> | ReplyOf<C>,
): void => {
  bind(to, contract, async (input, _request, response) => {
    response.json(cutToReply(contract, await handle(input)));
  });
};

/** Where a browser is led instead of the page it asked for: what must be done first. */
export type Elsewhere = { readonly to: string };

/** Answers a page of HTML, or leads elsewhere. */
export const servePage = <C extends Contract>(
  to: Routes,
  contract: C,
  handle: (input: Input<C>) => Promise<Page | Elsewhere> | Page | Elsewhere,
): void => {
  bind(to, contract, async (input, request, response) => {
    const page = await handle(input);
    if ("to" in page) response.redirect(303, page.to);
    else sendPage(request, response, page);
  });
};

/** Answers with a body of its own type: a feed, a sitemap, a calendar file. */
export const serveText = <C extends Contract>(
  to: Routes,
  contract: C,
  type: string,
  handle: (input: Input<C>) => Promise<string> | string,
): void => {
  bind(to, contract, async (input, _request, response) => {
    response.type(type).send(await handle(input));
  });
};

/** Sends the browser elsewhere: old addresses, the entrance of a role. */
export const serveRedirect = <C extends Contract>(
  to: Routes,
  contract: C,
  handle: (input: Input<C>) => Promise<string> | string,
): void => {
  bind(to, contract, async (input, _request, response) => {
    response.redirect(303, await handle(input));
  });
};

type Answer<C extends Contract> = (input: Input<C>, request: Request, response: Response) => Promise<void>;
type Rescue = (error: unknown, request: Request, response: Response) => Promise<boolean>;

/** `rescue` may answer a refusal itself (a form shown again); it says whether it did. */
export const bind = <C extends Contract>(to: Routes, contract: C, answer: Answer<C>, rescue?: Rescue): void => {
  to.contracts.push(contract);
  to.router[contract.method](contract.path, async (request: Request, response: Response) => {
    response.locals.words = to.words;
    try {
      await answer(readInput(contract, request, response), request, response);
    } catch (error) {
      if (!(await rescue?.(error, request, response))) throw error;
    }
  });
};

/** Who asks is checked before what is sent: a stranger learns nothing of what a form expects. */
const readInput = <C extends Contract>(contract: C, request: Request, response: Response): Input<C> => {
  const actor = actorOf(response);
  if (!mayCall(actor, contract.access)) throw whyNot(actor, response);
  return {
    actor: actor as ActorOf<C>, // mayCall just said so
    params: parse(contract.params, request.params, "missing") as ParamsOf<C>,
    query: parse(contract.query, request.query, "invalid") as QueryOf<C>,
    body: parse(contract.body, request.body ?? {}, "invalid") as BodyOf<C>,
    request: factsOf(request, response),
  };
};

const whyNot = (actor: Actor, response: Response): unknown => {
  if (response.locals.actorUnknown) return response.locals.actorUnknown; // the store was away: see authenticate.ts
  return actor.role === "visitor"
    ? new Failure("unauthenticated", "sign-in-first")
    : new Failure("missing", "missing-page");
};

const parse = (schema: z.ZodType | undefined, value: unknown, kind: "missing" | "invalid"): unknown => {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (kind === "missing") throw new Failure("missing", "missing-page");
  throw new Failure("invalid", "invalid", { fields: wrongFields(parsed.error) });
};

export const cutToReply = <C extends Contract>(contract: C, reply: unknown): unknown =>
  contract.reply === "page" ? null : contract.reply.parse(reply);
