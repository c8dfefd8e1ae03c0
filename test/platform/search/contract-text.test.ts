import { beforeAll, describe, expect, it } from "vitest";
import type { SearchIndex } from "#server/platform/search/port.ts";
import { anIndex, engines } from "./engines.ts";
import { aDocument, aQuery, idsFor, idsOf } from "./search-fixtures.ts";

describe.each(engines)("searching words with the $label engine", (engine) => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await anIndex(engine);
    await index.put([
      aDocument("1", { title: "Aide-soignant de nuit (H/F)" }),
      aDocument("2", { title: "Aide-soignante", numbers: { publishedAt: 1_790_000_001 } }),
      aDocument("3", { title: "AS en EHPAD" }),
      aDocument("4", { title: "Menuisier" }),
      aDocument("5", { title: "Technicien en menuiserie" }),
      aDocument("6", { title: "Infirmière", text: { description: "Vous travaillez avec le menuisier du château." } }),
      aDocument("7", { title: "Chauffeur PL", text: { skills: "Permis C, CACES R489" } }),
      aDocument("8", { title: "Développeur", text: { skills: "Coffreur", description: "Zingueur apprécié" } }),
    ]);
  });

  it.each([
    "aide soignante",
    "aide-soignant",
    "aide soigante",
    "AIDE SOIGNANTE",
    "aides-soignantes",
    "aide soignnate",
    "l’aide-soignante",
    "soignant aide",
  ])("finds the same jobs for « %s »", async (text) => {
    expect(await idsFor(index, text)).toEqual(["1", "2", "3"]);
  });

  it.each([
    ["infirmier", ["6"]],
    ["infirmiere", ["6"]],
    ["IDE", ["6"]],
    ["as", ["1", "2", "3"]],
    ["poids lourds", ["7"]],
    ["developpeuse", ["8"]],
    ["menuiseries", ["5"]],
    ["menuisier", ["4", "6"]],
    ["permis c", ["7"]],
    ["r489", ["7"]],
  ])("finds for « %s » the jobs %j", async (text, ids) => {
    expect(await idsFor(index, text)).toEqual(ids);
  });

  it("forgives no typo in a code nor in a description", async () => {
    expect(await idsFor(index, "r498")).toEqual([]);
    expect(await idsFor(index, "zinguer")).toEqual([]);
  });

  it("takes no word that is right for a slip of another", async () => {
    expect(await index.search(aQuery({ text: "coiffeuse" }))).toMatchObject({ total: 0, corrected: null });
  });

  it("says what it understood, and only when it corrected", async () => {
    expect((await index.search(aQuery({ text: "Aide soigante" }))).corrected).toBe("Aide soignante");
    expect((await index.search(aQuery({ text: "aide soignante" }))).corrected).toBeNull();
  });

  it("takes the words as they are when asked", async () => {
    const answer = await index.search(aQuery({ text: "soigante", exact: true }));

    expect(answer).toMatchObject({ total: 0, corrected: null });
  });

  it("completes an unfinished word", async () => {
    expect(await idsFor(index, "menuis")).toEqual(["4", "5", "6"]);
  });

  it("puts a title before a description, and the newest first between equals", async () => {
    expect(idsOf(await index.search(aQuery({ text: "menuisier" })))).toEqual(["4", "6"]);
    expect(idsOf(await index.search(aQuery({ text: "aide soignante" })))[0]).toBe("2");
  });

  it("relaxes when nothing has all the words, and says so", async () => {
    const answer = await index.search(aQuery({ text: "infirmier menuiserie" }));

    expect(answer.relaxed).toBe(true);
    // Meilisearch gives up the commonest words and keeps the rarest; ours keeps whatever has half of them.
    expect(["5,6", "5", "6"].slice(0, engine.kind === "embedded" ? 1 : 3)).toContain(idsOf(answer).sort().join());
  });

  it("does not relax because a filter leaves nothing", async () => {
    const answer = await index.search(aQuery({ text: "aide soignante", facets: { contract: ["CDD"] } }));

    expect(answer).toMatchObject({ total: 0, relaxed: false });
  });

  it.each(["", "  ", "de la", "🙂", '"', "-"])("shows everything for %j, which has no word", async (text) => {
    expect((await index.search(aQuery({ text }))).total).toBe(8);
  });

  it.each(["__proto__", "constructor", '") OR live = false OR ("', "a".repeat(100_000), "$ne", "\u0000", "'; DROP"])(
    "survives a hostile text (%#)",
    async (text) => {
      expect((await index.search(aQuery({ text }))).total).toBeGreaterThanOrEqual(0);
    },
  );
});
