/** A text as a piece of a regular expression that means its letters, never a pattern. */
export const letters = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
