export type Skill = {
  /** Kebab-case and stable. */
  readonly id: string;
  /** A verb and its object: "Conduire un tracteur". */
  readonly label: string;
  /** Other ways of saying it, to find it in a CV. */
  readonly phrases: readonly string[];
};
