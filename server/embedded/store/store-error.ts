/** What the store answers when it cannot or will not: MongoDB's number and name for it, and a sentence. */
export class StoreError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly facts: Record<string, unknown>;

  constructor(code: number, message: string, facts: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.codeName = codeNames[code] ?? `Location${code}`;
    this.facts = facts;
  }
}

/** For what real MongoDB knows and this store does not: never another answer, always the name of what is missing. */
export const notBuilt = (what: string): StoreError =>
  new StoreError(238, `${what} is not supported by the embedded store; set MONGODB_URL to use a real MongoDB`);

/** For a name that MongoDB may know: what is not in our list of names is refused, in MongoDB's words. */
export const unknownHere = (code: number, what: string): StoreError =>
  new StoreError(
    code,
    `${what}, or one that is not supported by the embedded store; set MONGODB_URL for a real MongoDB`,
  );

/** mingo throws plain errors with a sentence: give them MongoDB's numbers. */
const asStoreError = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  // A pattern that is none in JavaScript.
  if (error instanceof SyntaxError) return notBuilt(`the pattern (${error.message})`);
  return new StoreError(2, error instanceof Error ? error.message : String(error));
};

/** What a client is told of an error. */
export const answerOf = (error: unknown): Record<string, unknown> => {
  const { message, code, codeName, facts } = asStoreError(error);
  return { code, codeName, errmsg: message, ...facts };
};

const codeNames: Readonly<Record<number, string>> = {
  1: "InternalError",
  2: "BadValue",
  9: "FailedToParse",
  13: "Unauthorized",
  14: "TypeMismatch",
  20: "IllegalOperation",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  52: "DollarPrefixedFieldName",
  53: "InvalidIdField",
  54: "NotSingleValueField",
  56: "EmptyFieldName",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  76: "NoReplicationEnabled",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  121: "DocumentValidationFailure",
  123: "NotAReplicaSet",
  168: "InvalidPipelineOperator",
  171: "CannotIndexParallelArrays",
  197: "InvalidIndexSpecificationOption",
  238: "NotImplemented",
  241: "ConversionFailure",
  276: "IndexBuildAborted",
  291: "NoQueryExecutionPlans",
  10003: "CannotGrowDocumentInCappedNamespace",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  14031: "OutOfDiskSpace",
};
