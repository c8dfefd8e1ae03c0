/** What was typed, to be shown again as it was. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** Only texts and lists of texts go back into the form; an object someone slipped in does not. */
export const typedOf = (body: unknown): Typed => {
  const typed: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    if (typeof value === "string" || typeof value === "number") typed[name] = String(value);
    if (Array.isArray(value)) typed[name] = value.filter((one) => typeof one === "string");
  }
  return typed;
};
