import type { Response } from "express";
import type { Failure, FailureKind } from "#shared/kernel/failure.ts";

const statuses: Record<FailureKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  "too-many": 429,
  unavailable: 503,
};

export const statusOf = (failure: Failure): number =>
  failure.code === "payload-too-large" ? 413 : statuses[failure.kind];

/** After how many seconds a machine may ask again. */
const delays: Partial<Record<FailureKind, number>> = { "too-many": 60, unavailable: 10 };

export const setRetryAfter = (failure: Failure | null, response: Response): void => {
  const seconds = failure ? delays[failure.kind] : undefined;
  if (seconds !== undefined) response.set("Retry-After", String(seconds));
};
