import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastSequence, nextSequence } from "#server/platform/sequence.ts";
import { openStore } from "#test/support/open-store.ts";

describe("a sequence", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openStore();
  });
  afterAll(() => close());

  it("starts at 1 and counts for itself", async () => {
    expect(await lastSequence("offers")).toBe(0);
    expect(await nextSequence("offers")).toBe(1);
    expect(await nextSequence("offers")).toBe(2);
    expect(await nextSequence("others")).toBe(1);
    expect(await lastSequence("offers")).toBe(2);
  });

  it("never gives one number to two callers", async () => {
    const given = await Promise.all(Array.from({ length: 50 }, () => nextSequence("crowd")));

    expect(given.sort((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });
});
