/** What the reading of titles knows of an occupation. Any list will do: the built-in one, the official one, a test's. */
export type TitleSource = {
  /** ROME 4.0 code; its first three characters are its domain. */
  readonly code: string;
  /** The occupation it is a special case of; its own code, or absent, when it is none’s. */
  readonly parent?: string;
  readonly masculine: string;
  readonly feminine: string;
  /** Every other name, in both forms. */
  readonly synonyms: readonly string[];
  /** What is said of it, when known: its definition, skills, knowledge. They bring words that no name has. */
  readonly texts?: readonly string[];
};
