import { describe, expect, it } from "vitest";
import { analyse } from "#shared/referentials/french.ts";
import { excerptFound, markFound } from "#shared/referentials/mark-found.ts";

const said = (text: string, ...stems: string[]): string =>
  markFound(text, new Set(stems))
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join("");

describe("a word that was looked for is marked", () => {
  it.each([
    ["L’aide-soignante, de nuit", ["aid", "soignant"], "L’[aide]-[soignante], de nuit"],
    ["CUISINIÈRES & cuisiniers", analyse("cuisinier"), "[CUISINIÈRES] & [cuisiniers]"],
    ["AS de nuit", ["aid", "soignant"], "[AS] de nuit"],
    ["AS de nuit", ["soignant"], "AS de nuit"],
    ["Rien", ["autr"], "Rien"],
    ["", ["a"], ""],
  ])("in %j", (text, stems, expected) => {
    expect(said(text, ...stems)).toBe(expected);
  });

  it("leaving every letter where it was", () => {
    const text = "  Œuvrier·ère (H/F) <b>« c++ »</b> 🙂 e\u0301te\u0301 !";

    expect(
      markFound(text, new Set(["ouvri", "c++"]))
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});

describe("an excerpt shows a word that was looked for", () => {
  it("with nine words on each side, and says what it leaves out", () => {
    const text = `${"avant ".repeat(20)}Vous soudez ici. ${"après ".repeat(20)}`;

    const excerpt = excerptFound(text, new Set(analyse("soudez")))
      ?.map((part) => part.text)
      .join("");

    expect(excerpt).toBe(`… ${"avant ".repeat(8)}Vous soudez ici. ${"après ".repeat(8).trim()} …`);
  });

  it("within its own line of a list", () => {
    const text = "Vos missions :\n- Gérer le stock\n- Servir au comptoir\n- Ranger";

    expect(
      said(
        excerptFound(text, new Set(analyse("comptoir")))
          ?.map((part) => part.text)
          .join("") ?? "",
      ),
    ).toBe("Servir au comptoir");
  });

  it("and is none when the word is not there", () => {
    expect(excerptFound("Vous servez au comptoir.", new Set(analyse("soudeur")))).toBeNull();
  });
});
