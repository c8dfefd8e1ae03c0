import { fold } from "#shared/referentials/french.ts";

const shortForms: Readonly<Record<string, string>> = { st: "saint", ste: "sainte", sts: "saints", stes: "saintes" };

/** "St-Priest-la-Prugne" → "saint priest la prugne". */
export const placeKey = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word) => shortForms[word] ?? word)
    .join(" ");
