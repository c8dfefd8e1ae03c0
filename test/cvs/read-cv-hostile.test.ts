import { describe, expect, it } from "vitest";
import { catchCv } from "#server/cvs/catcher/catch-cv.ts";
import { readingSteps } from "#shared/cvs/read-cv-text.ts";
import { hostilePieces, hostileTexts } from "./hostile-texts.ts";

/** What reading a text takes: its steps, and how many names of communes are looked up. */
const effortOf = (text: string): { steps: number; asked: number } => {
  let asked = 0;
  const lines = text.split("\n").map((line) => ({ text: line, page: 1 }));
  const findCommune = (): null => {
    asked += 1;
    return null;
  };
  const reading = readingSteps({ lines }, { today: "2026-11-22", findCommune });
  let steps = 1;
  while (!reading.next().done) steps += 1;
  return { steps, asked };
};

describe("a CV made to be slow", () => {
  it.each(Object.entries(hostilePieces))(
    "(%s) takes no more steps than the longest CV, nor asks for more places",
    (_name, piece) => {
      for (const text of hostileTexts(piece)) {
        const { steps, asked } = effortOf(text);

        expect(steps).toBeLessThan(2000);
        expect(asked).toBeLessThanOrEqual(60);
      }
    },
  );

  it("takes as many steps at three times the length: the rest is not read", () => {
    const line = "préparation des repas, permis B, anglais, ";
    const [long = 0, longer = 0] = [40_000, 120_000].map(
      (letters) => effortOf(line.repeat(letters / line.length)).steps,
    );

    expect(longer).toBe(long);
  });

  it("lets others work while it is read", async () => {
    let turns = 0;
    let done = false;
    const work = (): void => {
      turns += 1;
      if (!done) setImmediate(work);
    };
    const reading = catchCv({
      file: undefined,
      text: hostileTexts("permis B, ")[1]?.slice(0, 60_000) ?? "",
      keep: false,
    });
    setImmediate(work);

    await reading;
    done = true;

    expect(turns).toBeGreaterThan(0);
  });
}, 120_000);
