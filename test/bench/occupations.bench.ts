import { findOccupations } from "#shared/referentials/find-occupation.ts";
import { occupations } from "#shared/referentials/occupations.ts";

type Table = { title: string; columns: string[]; rows: (string | number)[][] };
type Case = { readonly title: string; readonly code: string };

/** Built-in titles, whole and damaged. A known title with typos measures the reading, not what was never seen. */
export const benchOccupations = async (): Promise<Table> => {
  const random = seeded(19);
  const titles = (form: "masculine" | "feminine"): Case[] =>
    occupations.map((occupation) => ({ title: occupation[form], code: occupation.code }));
  const all = [...titles("masculine"), ...titles("feminine")];
  const damaged = (times: number): Case[] =>
    all.map(({ title, code }) => ({
      title: Array.from({ length: times }).reduce<string>((text) => typo(text, random), title),
      code,
    }));
  const start = performance.now();
  findOccupations("échauffement", { limit: 1 });
  const built = performance.now() - start;
  return {
    title: `Title → occupation, ${occupations.length} built-in occupations (index built in ${Math.round(built)} ms)`,
    columns: ["titles", "count", "top-1 %", "top-5 %", "p95 ms"],
    rows: [
      measure("masculine", titles("masculine")),
      measure("feminine", titles("feminine")),
      measure("one typo", damaged(1)),
      measure("two typos", damaged(2)),
    ],
  };
};

const measure = (name: string, cases: readonly Case[]): (string | number)[] => {
  const times: number[] = [];
  let first = 0;
  let five = 0;
  for (const { title, code } of cases) {
    const start = performance.now();
    const codes = findOccupations(title, { limit: 5 }).map((found) => found.code);
    times.push(performance.now() - start);
    if (codes[0] === code) first++;
    if (codes.includes(code)) five++;
  }
  times.sort((a, b) => a - b);
  const share = (count: number): number => Math.round((1000 * count) / cases.length) / 10;
  return [
    name,
    cases.length,
    share(first),
    share(five),
    Number((times[Math.floor(times.length * 0.95)] ?? 0).toFixed(2)),
  ];
};

const letters = "abcdefghijklmnopqrstuvwxyz";

/** One letter dropped, doubled by another, replaced, or swapped with the next. */
const typo = (text: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const letter = letters[Math.floor(random() * letters.length)] ?? "a";
  const damages = [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2),
  ];
  return damages[Math.floor(random() * damages.length)] ?? text;
};

const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};
