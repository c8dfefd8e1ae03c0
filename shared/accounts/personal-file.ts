/** Something held about a person, in words they can read and a machine can walk. Instants in ISO, days as days. */
export type HeldValue = string | number | boolean | null | readonly HeldValue[] | Held;
export type Held = { readonly [label: string]: HeldValue };

export type HeldSection = { readonly title: string; readonly items: readonly Held[] };

/** Everything held about one person (articles 15 and 20 of the GDPR). */
export type PersonalFile = { readonly madeAt: string; readonly sections: readonly HeldSection[] };
