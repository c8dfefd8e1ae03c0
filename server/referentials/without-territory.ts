import { departmentName } from "#shared/referentials/department.ts";
import { placeKey } from "./place-key.ts";

/**
 * The words of a search without those that name the whole département: "en Corrèze", "dans le 19". All is searched
 * there anyway, and whoever writes "en Corrèze" does not mean the commune of that name, as "à Corrèze" does.
 */
export const withoutTerritory = (words: readonly string[], department: string): readonly string[] => {
  const length = placeKey(departmentName(department)).split(" ").length;
  if (words.some((word) => /^\d{5}$/.test(word))) return words;
  for (let start = 0; start < words.length; start += 1) {
    const end = start + (words[start] === department ? 1 : length);
    if (!namesTerritory(words, { start, end, department })) continue;
    let first = start;
    while (leadingIn.has(words[first - 1] ?? "")) first -= 1;
    return [...words.slice(0, first), ...words.slice(end)];
  }
  return words;
};

type Span = { readonly start: number; readonly end: number; readonly department: string };

const namesTerritory = (words: readonly string[], { start, end, department }: Span): boolean => {
  const before = words[start - 1] ?? "";
  if (words[start] === department) return before === "le" || departmentSaid.has(before);
  return before !== "à" && before !== "a" && placeKey(words.slice(start, end).join(" ")) === inWords(department);
};

const inWords = (department: string): string => placeKey(departmentName(department));

const departmentSaid = new Set(["département", "departement", "dpt", "dept"]);

const leadingIn = new Set([...departmentSaid, ..."en dans le la les l du de toute tout partout".split(" ")]);
