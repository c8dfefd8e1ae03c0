import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ApplicationModel } from "#server/applications/application-model.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";
import { givenCandidate, givenEmployer, givenOffer } from "./given-hiring.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { MongoBulkWriteError, MongoNetworkError } = mongoose.mongo;
const brokenPipe = Object.assign(new Error("write EPIPE"), { code: "EPIPE", syscall: "write" });

describe("an application sent as the store leaves", () => {
  it.each([
    ["in the middle of the writing", new MongoBulkWriteError(new MongoNetworkError("closed"), {} as never)],
    ["as it is asked", brokenPipe],
  ])("%s is refused as « later », not as a fault of ours", async (_when, error) => {
    const offer = await givenOffer((await givenEmployer()).companyId);
    const lina = await givenCandidate();
    const spy = vi.spyOn(ApplicationModel, "insertMany").mockRejectedValueOnce(error);

    const sent = await asks(house, lina).postJson(offer.applyAt, { message: "Bonjour" });
    spy.mockRestore();

    expect([sent.status, sent.body.error.code]).toEqual([503, "unavailable"]);
    expect((await asks(house, lina).post(offer.applyAt, { message: "Bonjour" })).status).toBe(303);
  });
});
