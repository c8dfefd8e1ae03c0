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
