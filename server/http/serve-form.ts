import type { Request, Response } from "express";
import { sayWrongField } from "#client/kernel/failure-words.ts";
import type { Page } from "#client/kernel/layout.tsx";
import { findActor } from "#server/accounts/sessions.ts";
import type { Contract } from "#shared/kernel/contract.ts";
import type { Failure } from "#shared/kernel/failure.ts";
import { asFailure } from "./as-failure.ts";
import { clearSessionCookie, setNotice, setSessionCookie } from "./cookies.ts";
import { keepForm } from "./kept-form.ts";
import { actorOf, factsOf, wantsJson } from "./request-facts.ts";
import type { Routes } from "./routes.ts";
import { sendPage } from "./send-page.ts";
import { bind, cutToReply, type Input } from "./serve.ts";
import { setRetryAfter, statusOf } from "./statuses.ts";
import { type Typed, typedOf } from "./typed.ts";

/** A form that must be shown again: the sentence of each wrong field, and `form` for the whole. */
export type Again = {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  readonly failure: Failure;
};

/** Where a browser goes once it is done; `session` opens one (a token) or ends it (null). */
export type Done = { readonly to: string; readonly notice?: string; readonly session?: string | null };

/** The next page itself, where what was typed lives in the page and nowhere else; `session` opens one. */
export type Shown = { readonly page: Page; readonly session?: string };

type FormAnswers<C extends Contract, Reply> = {
  readonly handle: (input: Input<C>) => Promise<Reply>;
  readonly done: (reply: Reply, input: Input<C>) => After | Promise<After>;
  /** Shows the form again with what was typed. Without it, a refusal gets the general page, with a way back. */
  readonly again?: (input: Omit<Input<C>, "body">, again: Again) => Promise<Page> | Page;
};

type After = Done | Shown | string;

/** A form for people (see-other when done, the same form again when refused), JSON for machines. */
export const serveForm = <C extends Contract, Reply>(to: Routes, contract: C, answers: FormAnswers<C, Reply>): void => {
  const answer = async (input: Input<C>, request: Request, response: Response): Promise<void> => {
    const reply = await answers.handle(input);
    const done = await answers.done(reply, input);
    if (typeof done === "object" && "page" in done) return sendShown(done, request, response);
    leave(typeof done === "string" ? { to: done } : done, {
      request,
      response,
      json: () => cutToReply(contract, reply),
    });
  };
  bind(to, contract, answer, async (error, request, response) => {
    const failure = asFailure(error);
    if (!failure || wantsJson(request)) return false;
    if (failure.kind === "unauthenticated") {
      response.redirect(303, await keepForm(request));
      return true;
    }
    if (!answers.again || !(showsAgain.has(failure.kind) || failure.code === "disk-full")) return false;
    const page = await answers.again(shownInput(contract, request, response), againOf(failure, request, to));
    setRetryAfter(failure, response);
    sendPage(request, response, { ...page, status: statusOf(failure) });
    return true;
  });
};

type Leaving = { readonly request: Request; readonly response: Response; readonly json: () => unknown };

const leave = ({ to, notice, session }: Done, { request, response, json }: Leaving): void => {
  if (session) setSessionCookie(response, session);
  if (session === null) clearSessionCookie(response);
  if (wantsJson(request)) return void response.json(json() ?? { done: true, url: to });
  if (notice) setNotice(response, notice);
  response.redirect(303, to);
};

const sendShown = async ({ page, session }: Shown, request: Request, response: Response): Promise<void> => {
  if (session) {
    setSessionCookie(response, session);
    response.locals.actor = await findActor(session);
  }
  if (wantsJson(request)) response.json({ done: true });
  else sendPage(request, response, page);
};

const showsAgain: ReadonlySet<string> = new Set(["invalid", "conflict", "too-many"]);

/** What the form's page needs beside the refused body; the address itself was right, or the refusal would be "missing". */
const shownInput = <C extends Contract>(contract: C, request: Request, response: Response): Omit<Input<C>, "body"> =>
  ({
    actor: actorOf(response),
    params: read(contract.params, request.params),
    query: read(contract.query, request.query),
    request: factsOf(request, response),
  }) as Omit<Input<C>, "body">; // parsed by this contract's schemas, as in serve.ts

const read = (schema: Contract["params"], value: unknown): unknown => {
  const parsed = schema?.safeParse(value);
  return parsed?.success ? parsed.data : undefined;
};

const againOf = (failure: Failure, request: Request, { words }: Routes): Again => {
  const codes = failure.facts.fields ?? { form: failure.code };
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, sayWrongField({ field, code }, words)]),
  );
  return { typed: typedOf(request.body), errors, failure };
};
