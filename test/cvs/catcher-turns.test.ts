import { describe, expect, it } from "vitest";
import { oneOfTwo } from "#server/cvs/catcher/one-of-two.ts";

/** A reading that ends when told. */
const reading = () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
};

describe("CVs that arrive together", () => {
  it("are read two at a time, ten wait in turn, and the next is asked to come back", async () => {
    const begun: number[] = [];
    const readings = Array.from({ length: 12 }, reading);
    const all = readings.map(({ ended }, at) =>
      oneOfTwo(async () => {
        begun.push(at);
        await ended;
        return at;
      }),
    );
    await Promise.resolve();

    expect(begun).toEqual([0, 1]);
    await expect(oneOfTwo(async () => 13)).rejects.toMatchObject({ kind: "unavailable", code: "cv-reading-busy" });

    for (const { end } of readings) end();
    expect(await Promise.all(all)).toEqual(readings.map((_, at) => at));
    expect(begun).toEqual(readings.map((_, at) => at));
    expect(await oneOfTwo(async () => 14)).toBe(14);
  });

  it("give their place back when a reading fails", async () => {
    for (let at = 0; at < 30; at++) await oneOfTwo(() => Promise.reject(new Error("broken"))).catch(() => undefined);

    expect(await oneOfTwo(async () => "read")).toBe("read");
  });
});
