import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setClock } from "#server/platform/clock.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { areaOf } from "#server/referentials/areas.ts";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { forgetParts, storeParts } from "#server/referentials/import/store-parts.ts";
import { loadReferentials } from "#server/referentials/load-referentials.ts";
import { ReferentialEditionModel } from "#server/referentials/referential-edition-model.ts";
import { ReferentialPartModel } from "#server/referentials/referential-part-model.ts";
import { completeOccupations } from "#shared/referentials/find-occupation.ts";
import { builtInOccupations, occupationByCode, occupations } from "#shared/referentials/occupations.ts";
import { builtInSkills, skillById, skills } from "#shared/referentials/skills.ts";
import { givenOfficialFiles, officialFiles } from "#test/support/given-official-files.ts";
import { openStore } from "#test/support/open-store.ts";

let close: () => Promise<void>;

beforeAll(async () => {
  setLogLevel("silent");
  close = await openStore();
});
beforeEach(async () => {
  await ReferentialEditionModel.deleteMany({});
  await ReferentialPartModel.deleteMany({});
});
afterEach(() => setClock());
afterAll(async () => {
  await ReferentialEditionModel.deleteMany({});
  await loadReferentials();
  await close();
});

const imported = async (folder = givenOfficialFiles()) => {
  const { parts, files } = readFolder(folder);
  const changed = await storeParts(parts, files);
  await loadReferentials();
  return changed;
};

describe("after an import", () => {
  it("official occupations are known beside ours, and found as one types", async () => {
    await imported();

    expect(occupations).toHaveLength(builtInOccupations.length + 2);
    expect(occupationByCode("B1201")).toMatchObject({
      title: "Céramiste",
      family: "culture",
      neighbours: ["J1501", "J1115"],
    });
    expect(completeOccupations("poti", 5).map(({ code }) => code)).toEqual(["B1201"]);
  });

  it("an occupation of ours keeps what we wrote, and gains the official names and skills", async () => {
    await imported();

    const before = builtInOccupations.find(({ code }) => code === "J1501");
    const after = occupationByCode("J1501");
    expect(after).toMatchObject({ title: before?.title, family: before?.family, coreSkills: before?.coreSkills });
    expect(after?.requiredDiplomas).toEqual(["deas"]);
    expect(after?.synonyms).toEqual([
      ...(before?.synonyms ?? []),
      "Aide-soignant en gériatrie",
      "Aide-soignante en gériatrie",
    ]);
    expect(after?.skills.slice(0, before?.skills.length)).toEqual(before?.skills);
  });

  it("an official skill in the words of ours is ours, another has its own code", async () => {
    await imported();

    expect(skills).toHaveLength(builtInSkills.length + 2);
    expect(skillById("100")?.label).toBe("Tourner une pièce au tour de potier");
    expect(skillById("101")).toBeUndefined();
    expect(occupationByCode("J1501")?.skills).toContain("respecter-regles-hygiene");
  });

  it("the law’s diploma is asked of an official occupation too", async () => {
    await imported();

    expect(occupationByCode("J1115")?.requiredDiplomas).toEqual(["de-medecin"]);
  });

  it("a commune has its areas", async () => {
    await imported();

    expect(areaOf("employment-zones", "19031")).toEqual({ code: "7502", name: "Brive" });
    expect(areaOf("basins", "19272")).toEqual({ code: "7408", name: "Tulle" });
    expect(areaOf("basins", "19031")).toBeNull();
  });
});

describe("an import", () => {
  it("changes nothing the second time", async () => {
    expect(await imported()).toEqual(["rome", "employment-zones", "basins"]);
    const first = await ReferentialEditionModel.find().lean();

    expect(await imported()).toEqual([]);
    expect(await ReferentialEditionModel.find().lean()).toEqual(first);
  });

  it("replaces only what its folder holds", async () => {
    await imported();
    const alone = Object.fromEntries(
      Object.keys(officialFiles)
        .filter((name) => name.startsWith("unix"))
        .map((name) => [name, null]),
    );

    const changed = await imported(
      givenOfficialFiles({
        ...alone,
        "communes_ze2020_2022.csv": ["CODGEO,LIBGEO,ZE2020,LIBZE2020", "19272,Tulle,1,Autre"],
      }),
    );

    expect(changed).toEqual(["employment-zones"]);
    expect(areaOf("employment-zones", "19272")?.name).toBe("Autre");
    expect(occupationByCode("B1201")).toBeDefined();
  });

  it("is refused when another one switched meanwhile", async () => {
    await imported();
    const { parts, files } = readFolder(
      givenOfficialFiles({ "lexique-bassins.csv": ["CODE_COMMUNE_INSEE,NOMCOM,BE19,NOMBE19", "19272,Tulle,1,AUTRE"] }),
    );

    const slow = storeParts(parts, files);
    await ReferentialEditionModel.updateOne({ _id: "current" }, { $inc: { version: 1 } });

    await expect(slow).rejects.toThrow("Un autre import vient de finir. Relancez la commande.");
  });

  it("leaves what nobody uses any more for an hour, then sweeps it", async () => {
    setClock(new Date("2026-11-22T08:00:00Z"));
    await imported();
    const other = { "lexique-bassins.csv": ["CODE_COMMUNE_INSEE,NOMCOM,BE19,NOMBE19", "19272,Tulle,1,AUTRE"] };
    await imported(givenOfficialFiles(other));
    expect(await ReferentialPartModel.countDocuments()).toBe(4);

    setClock(new Date("2026-11-22T09:30:00Z"));
    await forgetParts();

    expect(await ReferentialPartModel.countDocuments()).toBe(0);
  });
});

describe("what is built in comes back", () => {
  const builtIn = () => [occupations === builtInOccupations, skills === builtInSkills, areaOf("basins", "19272")];

  it("when the import is forgotten", async () => {
    await imported();

    expect(await forgetParts()).toBe(true);
    await loadReferentials();

    expect(builtIn()).toEqual([true, true, null]);
    expect(await forgetParts()).toBe(false);
  });

  it("in place of a part that is damaged or gone, until it is imported again", async () => {
    await imported();
    await ReferentialPartModel.updateOne({ name: "rome" }, { $set: { bytes: Buffer.from("damaged") } });
    await ReferentialPartModel.deleteOne({ name: "basins" });
    await loadReferentials();
    expect(builtIn()).toEqual([true, true, null]);
    expect(areaOf("employment-zones", "19272")?.name).toBe("Tulle");

    expect(await imported()).toEqual(["rome", "basins"]);
  });
});
