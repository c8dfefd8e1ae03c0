import { beforeAll, describe, expect, it } from "vitest";
import type { SearchIndex } from "#server/platform/search/port.ts";
import { markFound } from "#shared/referentials/mark-found.ts";
import { anIndex, engines } from "./engines.ts";
import { aDocument, aQuery } from "./search-fixtures.ts";

const titles: Readonly<Record<string, string>> = {
  "1": "Aide-soignant de nuit (H/F)",
  "2": "Infirmière — bloc opératoire",
  "3": "AS en EHPAD",
  "4": "Menuisier poseur",
  "5": "Développeur <script>",
};

describe.each(engines)("what the $label engine says it found", (engine) => {
  let index: SearchIndex;
  beforeAll(async () => {
    index = await anIndex(engine);
    await index.put(Object.entries(titles).map(([id, title]) => aDocument(id, { title })));
    await index.put([aDocument("6", { title: "Vendeur", text: { description: "Au rayon des menuiseries." } })]);
  });

  const marked = async (text: string): Promise<Record<string, string[]>> => {
    const { hits } = await index.search(aQuery({ text }));
    return Object.fromEntries(
      hits.map(({ id, found }) => [
        id,
        markFound(titles[id] ?? "", new Set(found)).flatMap((part) => (part.found ? [part.text] : [])),
      ]),
    );
  };

  it.each([
    ["infirmier", { "2": ["Infirmière"] }],
    ["INFIRMIERE operatoire", { "2": ["Infirmière", "opératoire"] }],
    ["aide soigante", { "1": ["Aide", "soignant"], "3": ["AS"] }],
    ["menuis", { "4": ["Menuisier"] }],
    ["développeuse", { "5": ["Développeur"] }],
    ["le menuisier", { "4": ["Menuisier"] }],
    ["menuiseries", { "6": [] }],
  ])("marks for « %s » in the titles %j", async (text, expected) => {
    expect(await marked(text)).toMatchObject(expected);
  });

  it("marks the word of a description by its stem", async () => {
    const { hits } = await index.search(aQuery({ text: "menuiserie" }));

    expect(markFound("Au rayon des menuiseries.", new Set(hits[0]?.found))).toContainEqual({
      text: "menuiseries",
      found: true,
    });
  });

  it("marks nothing when no word was asked", async () => {
    expect(Object.values(await marked("")).flat()).toEqual([]);
    expect(Object.values(await marked("de la")).flat()).toEqual([]);
  });
});
