import { afterAll, describe, expect, inject, it } from "vitest";
import { mongoAnswers, openWaitingRoom } from "#server/waiting-room.ts";
import { startFaultyLine, targetOf } from "./faulty-line.ts";

const line = await startFaultyLine(targetOf(inject("storeUrl")));
afterAll(() => line.close());

describe("a web process that starts before MongoDB", () => {
  it("says that it waits, with the number, and goes on by itself once MongoDB answers", async () => {
    await line.fail("refuse");
    const room = await openWaitingRoom({ port: 0, host: "127.0.0.1", phone: "0 800 00 00 19" });
    let answered = false;
    const waiting = mongoAnswers(`mongodb://127.0.0.1:${line.port}/waiting`).then(() => {
      answered = true;
    });

    const page = await fetch(`http://127.0.0.1:${room.port}/offres`);
    const alive = await fetch(`http://127.0.0.1:${room.port}/live`);
    const text = await page.text();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const stillWaiting = !answered;
    await line.fail("none");
    await waiting;
    await room.close();

    expect([page.status, alive.status, page.headers.get("retry-after")]).toEqual([503, 200, "30"]);
    expect(text).toContain("0 800 00 00 19");
    expect(stillWaiting).toBe(true);
    expect(answered).toBe(true);
  });
});
