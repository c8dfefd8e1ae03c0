import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { setLogLevel } from "#server/platform/log.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { areaOf } from "#server/referentials/areas.ts";
import { readFolder } from "#server/referentials/import/read-folder.ts";
import { forgetParts, storeParts } from "#server/referentials/import/store-parts.ts";
import { loadReferentials } from "#server/referentials/load-referentials.ts";
import { ReferentialPartModel } from "#server/referentials/referential-part-model.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { givenOfficialFiles, officialFiles } from "#test/support/given-official-files.ts";

const url = new URL(inject("storeUrl"));
url.pathname = `/test_${randomBytes(6).toString("hex")}`;

beforeAll(async () => {
  setLogLevel("silent");
  await connectMongo(url.href);
});
afterAll(async () => {
  await forgetParts();
  await loadReferentials();
  await mongoose.connection.dropDatabase();
  await disconnectMongo();
});

/** Each edition names the same things otherwise, so that a mixture of two would show. */
const edition = (name: string): string => {
  const rome = "unix_referentiel_code_rome_v460_utf8.csv";
  return givenOfficialFiles({
    [rome]: (officialFiles[rome] ?? []).map((line) => line.replace("Céramiste", name)),
    "communes_ze2020_2022.csv": ["CODGEO,LIBGEO,ZE2020,LIBZE2020", `19272,Tulle,1,${name}`],
    "lexique-bassins.csv": ["CODE_COMMUNE_INSEE,NOMCOM,BE19,NOMBE19", `19272,Tulle,1,${name}`],
  });
};

const inUse = async (): Promise<unknown[]> => {
  await loadReferentials();
  return [occupationByCode("B1201")?.title, areaOf("employment-zones", "19272")?.name, areaOf("basins", "19272")?.name];
};

/** Runs the command, and kills it once it has written so many parts. */
const killedAfter = async (folder: string, parts: number): Promise<boolean> => {
  const before = await ReferentialPartModel.countDocuments();
  const command = spawn("node", ["--import", "tsx", "server/referentials/import-referentials.ts", folder], {
    env: { ...process.env, MONGODB_URL: url.href, DATA_DIR: mkdtempSync(join(tmpdir(), "elan-import-")) },
    stdio: "ignore",
  });
  const ended = new Promise<boolean>((done) => command.once("exit", (_, signal) => done(signal === "SIGKILL")));
  const state = { over: false };
  void ended.then(() => {
    state.over = true;
  });
  while (!state.over && (await ReferentialPartModel.countDocuments()) < before + parts) {
    // asked again and again, as each part takes a millisecond to write
  }
  command.kill("SIGKILL");
  return ended;
};

describe("an import killed in the middle", () => {
  it("leaves the old lists or the new ones, never a mixture", { timeout: 120_000 }, async () => {
    const { parts, files } = readFolder(edition("Ancien"));
    await storeParts(parts, files);
    let cut = 0;

    for (const [round, written] of [1, 2, 3, 1].entries()) {
      cut += (await killedAfter(edition(`Nouveau ${round}`), written)) ? 1 : 0;
      const [title, ...areas] = await inUse();
      expect(areas).toEqual([title, title]);
    }

    expect(cut).toBeGreaterThan(0);
  });
});
