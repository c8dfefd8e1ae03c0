import { fold, stem } from "#shared/referentials/french.ts";
import { accented } from "./accented.ts";

export type BothForms = { readonly masculine: string; readonly feminine: string };

/**
 * Both forms of an official label, which says what they share only once:
 * "Agent / Agente de nettoyage" → "Agent de nettoyage", "Agente de nettoyage".
 */
export const splitLabel = (label: string): BothForms => {
  const text = label.replace(/\s+/g, " ").replaceAll("'", "’").trim();
  const cut = text.indexOf(" / ");
  if (cut === -1) return { masculine: accented(text), feminine: accented(text) };
  const left = text.slice(0, cut).split(" ");
  const right = text.slice(cut + 3).split(" ");
  const aligned = alignedAt(left, right[0] ?? "");
  // "plate-forme expédition / Livraison" is no pair: nothing on the left is the masculine of what is on the right
  if (aligned === null && right.length < left.length) return { masculine: accented(text), feminine: accented(text) };
  const start = aligned ?? 0;
  const shared = right.slice(left.length - start);
  return {
    masculine: accented([...left, ...shared].join(" ")),
    feminine: accented([...left.slice(0, start), ...right].join(" ")),
  };
};

/** "Artiste plasticien / Plasticienne": where on the left the word begins whose feminine opens the right. */
const alignedAt = (left: readonly string[], feminine: string): number | null => {
  const wanted = root(feminine);
  const place = left.findIndex((word) => root(word) === wanted);
  return place === -1 ? null : place;
};

const root = (word: string): string => fold(word).split("-").map(stem).join("-");
