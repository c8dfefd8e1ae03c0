import express from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { answerFailures } from "#server/http/answer-failures.ts";
import { referentialRouter } from "#server/referentials/referential-router.ts";

const app = express();
app.use(referentialRouter.router);
app.use(answerFailures);

describe("anyone", () => {
  it("is proposed communes as they type", async () => {
    const { body } = await request(app).get("/api/v1/places").query({ q: "tul" }).expect(200);

    expect(body.places[0]).toEqual({
      code: "19272",
      name: "Tulle",
      postcodes: ["19000"],
      department: "19",
      epci: "241927201",
      employmentZone: null,
      basin: null,
      lat: expect.any(Number),
      lon: expect.any(Number),
    });
  });

  it("learns the occupation a title names", async () => {
    const { body } = await request(app).get("/api/v1/occupations").query({ title: "Maçonne H/F" }).expect(200);

    expect(body.occupations[0]).toEqual({ code: "F1703", label: "Maçon, maçonne", confidence: 1 });
  });

  it("is proposed occupations as they type", async () => {
    const { body } = await request(app).get("/api/v1/occupations").query({ q: "aide-s" }).expect(200);

    expect(body.occupations.map(({ code }: { code: string }) => code)).toContain("J1501");
  });

  it("gets an empty list for an empty question", async () => {
    expect((await request(app).get("/api/v1/places").expect(200)).body).toEqual({ places: [] });
    expect((await request(app).get("/api/v1/occupations").expect(200)).body).toEqual({ occupations: [] });
  });
});
