/** Why a request is refused; `answer-failures.ts` alone turns a kind into an HTTP status. */
export const failureKinds = [
  "invalid",
  "unauthenticated",
  "forbidden",
  "missing",
  "conflict",
  "gone",
  "too-many",
  "unavailable",
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** `fields` maps a field's name to the stable code of what is wrong with it. */
export type FailureFacts = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly [fact: string]: unknown;
};

/** A refusal with a stable kebab-case code for machines; people read the sentence their slice's words give for it. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly facts: FailureFacts;

  constructor(kind: FailureKind, code: string, facts: FailureFacts = {}) {
    super(code);
    this.name = "Failure";
    this.kind = kind;
    this.code = code;
    this.facts = facts;
  }
}

/** One or more fields are wrong: `wrongField("pay", "pay-below-minimum")`. */
export const wrongField = (field: string, code: string): Failure =>
  new Failure("invalid", code, { fields: { [field]: code } });
