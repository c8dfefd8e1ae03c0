import type { NextFunction, Request, Response } from "express";
import { failurePage } from "#client/kernel/failure-page.tsx";
import { sayFailure, sayWrongField } from "#client/kernel/failure-words.ts";
import { log } from "#server/platform/log.ts";
import type { Failure } from "#shared/kernel/failure.ts";
import { asFailure } from "./as-failure.ts";
import { wantsJson } from "./request-facts.ts";
import type { Words } from "./routes.ts";
import { sendPage } from "./send-page.ts";
import { setRetryAfter, statusOf } from "./statuses.ts";

/** The only place that turns a refusal into an HTTP status. What is not a Failure is a fault of ours: logged, told by its id. */
export const answerFailures = (error: unknown, request: Request, response: Response, next: NextFunction): void => {
  const requestId = String(response.locals.requestId ?? "");
  const failure = asFailure(error);
  // the route, not the address: addresses hold tokens
  if (!failure) log.error({ requestId, err: error, route: request.route?.path }, "unexpected failure");
  if (response.headersSent) next(error);
  else if (failure?.kind === "unauthenticated" && request.method === "GET" && !wantsJson(request))
    response.redirect(303, `/connexion?suite=${encodeURIComponent(request.originalUrl)}`);
  else sendFailure(failure, request, response);
};

const sendFailure = (failure: Failure | null, request: Request, response: Response): void => {
  const status = failure ? statusOf(failure) : 500;
  const code = failure?.code ?? "unexpected";
  const requestId = String(response.locals.requestId ?? "");
  setRetryAfter(failure, response);
  if (wantsJson(request)) response.status(status).json(failureBody(code, failure, response));
  else {
    const sentence = sayFailure(code, wordsOf(response));
    sendPage(request, response, failurePage({ status, code, sentence, requestId, backTo: backTo(request) }));
  }
};

const failureBody = (code: string, failure: Failure | null, response: Response): object => {
  const words = wordsOf(response);
  const fields = Object.entries(failure?.facts.fields ?? {});
  return {
    error: {
      code,
      message: sayFailure(code, words),
      requestId: response.locals.requestId,
      ...(fields.length > 0 && {
        fields: Object.fromEntries(
          fields.map(([field, wrong]) => [
            field,
            { code: wrong, message: sayWrongField({ field, code: wrong }, words) },
          ]),
        ),
      }),
    },
  };
};

const wordsOf = (response: Response): Words => (response.locals.words as Words | undefined) ?? {}; // set by serve.ts alone

/** The page of our own that a refused button was on. */
const backTo = (request: Request): string | null => {
  const referer = request.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === request.get("host") ? pathname.replace(/^\/+/, "/") + search : null;
};
