/** What the store answers when it cannot or will not: MongoDB's number and name for it, and a sentence. */
export class StoreError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly facts: Record<string, unknown>;

  constructor(code: keyof typeof codeNames, message: string, facts: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.codeName = codeNames[code];
    this.facts = facts;
  }
}

/** For what real MongoDB knows and this store does not: never another answer, always the name of what is missing. */
export const notBuilt = (what: string): StoreError =>
  new StoreError(238, `${what} is not supported by the embedded store; set MONGODB_URL to use a real MongoDB`);

const codeNames = {
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
  115: "CommandNotSupported",
  121: "DocumentValidationFailure",
  123: "NotAReplicaSet",
  166: "CommandNotSupportedOnView",
  168: "InvalidPipelineOperator",
  171: "CannotIndexParallelArrays",
  197: "InvalidIndexSpecificationOption",
  238: "NotImplemented",
  241: "ConversionFailure",
  291: "NoQueryExecutionPlans",
  10003: "CannotGrowDocumentInCappedNamespace",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  13027: "Location13027",
  13654: "Location13654",
  14031: "OutOfDiskSpace",
  16755: "Location16755",
  16764: "Location16764",
  31253: "Location31253",
  31254: "Location31254",
  15947: "Location15947",
  15952: "Location15952",
  15955: "Location15955",
  15958: "Location15958",
  40066: "Location40066",
  40100: "Location40100",
  40192: "Location40192",
  40234: "Location40234",
  40323: "Location40323",
  40324: "Location40324",
  40400: "Location40400",
  40573: "Location40573",
  40601: "Location40601",
  40602: "Location40602",
  51024: "Location51024",
  51091: "Location51091",
  51246: "Location51246",
  51108: "Location51108",
  5626500: "Location5626500",
} as const;
