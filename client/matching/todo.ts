/** One thing a person may do now: a link, or a button that acts at once. */
export type TodoAction =
  | { readonly kind: "link"; readonly href: string; readonly label: string }
  | {
      readonly kind: "act";
      readonly action: string;
      readonly hidden: Readonly<Record<string, string>>;
      readonly label: string;
      readonly yes: boolean;
    };

export type TodoItem = {
  readonly title: string;
  readonly text: string;
  /** Somebody waits for an answer: shown first, in saffron. */
  readonly waited: boolean;
  readonly actions: readonly TodoAction[];
  /** What follows, in small. */
  readonly note?: string;
};
