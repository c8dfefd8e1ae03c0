import { describe, expect, it } from "vitest";
import { indexOccupations } from "#shared/referentials/occupation-index.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { romeTitles } from "#test/bench/rome-titles.ts";

type Pair = { readonly masculine: string; readonly feminine: string; readonly codes: readonly string[] };
type Read = (title: string) => string | undefined;

/** How many points better one gender’s titles are read than the other’s, and the share of pairs read apart. */
const gapOf = (titles: readonly Pair[], read: Read): { readonly gap: number; readonly apart: number } => {
  const pairs = titles.filter(({ masculine, feminine }) => masculine !== feminine);
  const answers = pairs.map(({ masculine, feminine, codes }) => ({
    codes,
    one: read(masculine),
    other: read(feminine),
  }));
  const right = (form: "one" | "other"): number => answers.filter((each) => codes(each).has(each[form])).length;
  const alike = answers.filter(({ one, other }) => one === other).length;
  return {
    gap: (100 * Math.abs(right("one") - right("other"))) / pairs.length,
    apart: (100 * (pairs.length - alike)) / pairs.length,
  };
};

const codes = ({ codes: own }: { readonly codes: readonly string[] }): ReadonlySet<string | undefined> => new Set(own);

const rome = romeTitles();
if (rome === null)
  process.stdout.write("No official files: set REFERENTIALS_DIR. Only the built-in titles are read.\n");

describe("a woman’s title is read as well as a man’s", () => {
  it("among those we wrote", () => {
    const index = indexOccupations(occupations);
    const pairs = occupations.map(({ masculine, feminine, code }) => ({ masculine, feminine, codes: [code] }));
    const { gap, apart } = gapOf(pairs, (title) => index.rank(title, 1)[0]?.occupation.code);

    expect(pairs.length).toBeGreaterThan(300);
    expect(gap).toBeLessThanOrEqual(0.5);
    expect(apart).toBeLessThanOrEqual(0.5);
  });

  it.skipIf(rome === null)(
    "among the official ones",
    () => {
      const index = indexOccupations(rome?.whole ?? []);
      // one in twenty takes seconds, all of them minutes: npm run bench -- occupations reads more
      const pairs = (rome?.names ?? []).filter((_, place) => place % 20 === 0);
      const { gap, apart } = gapOf(pairs, (title) => index.rank(title, 1)[0]?.occupation.code);

      expect(pairs.length).toBeGreaterThan(500);
      expect(gap).toBeLessThanOrEqual(0.5);
      expect(apart).toBeLessThanOrEqual(1);
    },
    120_000,
  );
});
