import type { CommuneFinder, FoundCommune } from "./cv-findings.ts";
import { namesPlace } from "./establishment-words.ts";
import { looksLikeName } from "./person-name.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import { readTitle } from "./read-cv-title.ts";

/** Where the person lives: by a postcode first, then by words that say so, then by a name alone at the top. */
export const findHome = (rows: readonly PlacedRow[], known: CommuneFinder): FoundCommune | null => {
  const findCommune = asking(known);
  const near = rows.filter(({ section }, at) => section === "contact" || section === "header" || at < 8);
  const elsewhere = rows.filter((row) => !near.includes(row) && !far.has(row.section));
  for (const search of searches)
    for (const [at, row] of [...near, ...elsewhere].entries()) {
      const found = search(row, { findCommune, at: rows.indexOf(row), near: at < near.length });
      if (found !== null) return found;
    }
  return null;
};

/** No CV needs more: past it, no text makes the reading long. */
const mostAsked = 60;

/** The same name is asked once. */
const asking = (findCommune: CommuneFinder): CommuneFinder => {
  const asked = new Map<string, ReturnType<CommuneFinder>>();
  return (wanted) => {
    const key = `${wanted.postcode} ${wanted.name}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const found = asked.size < mostAsked ? findCommune(wanted) : null;
    asked.set(key, found);
    return found;
  };
};

/** Work and studies happen in other communes. */
const far: ReadonlySet<string> = new Set(["experience", "education", "interests", "skills", "languages"]);

type Where = { readonly findCommune: CommuneFinder; readonly at: number; readonly near: boolean };
type Search = (row: PlacedRow, where: Where) => FoundCommune | null;

const town = "[\\p{L}][\\p{L}’'. -]{1,40}";
const byPostcode = new RegExp(`(?<![\\d])(?<code>[\\dOolI]{5})(?![\\d]) ?[-–,)]? *(?<name>${town})?`, "gu");
const codeAfter = new RegExp(`(?<name>${town})[\\s,(–-]+(?<code>\\d{5})(?!\\d)`, "u");
const departmentAfter = new RegExp(`(?<name>${town}) ?[(–-]+ ?(?<code>\\d{2})\\)?(?!\\d)`, "u");
const says = new RegExp(
  `(?:habit\\S*|domicili[ée]e?|demeur\\S*|r[ée]sid\\S*|bas[ée]e?|adresse|ville|commune|domicile|secteur(?: de| d[’'])?|localisation|lieu de vie|vit)\\s*(?:[àa]|au|aux|sur|pr[eè]s de|de|:|-)*\\s*(?:[àa] |sur )?(?<name>${town})`,
  "iu",
);

const searches: readonly Search[] = [
  (row, { findCommune }) => {
    for (const match of row.text.matchAll(byPostcode)) {
      const code = digits(match.groups?.code ?? "");
      const name = match.groups?.name ?? "";
      const found = code === null || name === "" ? null : named(row, findCommune, { name, postcode: code });
      if (found !== null) return found;
    }
    return null;
  },
  (row, { findCommune }) => {
    const { name = "", code = null } = codeAfter.exec(row.text)?.groups ?? {};
    return code === null ? null : named(row, findCommune, { name, postcode: code });
  },
  (row, { findCommune }) => {
    // no name that we know stands beside it: the postcode alone tells one of its communes
    const codes = [...row.text.matchAll(byPostcode)].map((match) => digits(match.groups?.code ?? ""));
    const [found = null] = codes.flatMap((code) =>
      code === null ? [] : (named(row, findCommune, { name: "", postcode: code }) ?? []),
    );
    return found;
  },
  (row, { findCommune, near }) => {
    const { name = "", code = null } = departmentAfter.exec(row.text)?.groups ?? {};
    const found = code === null || !near ? null : named(row, findCommune, { name, postcode: null });
    return found?.code.startsWith(code ?? "") ? found : null; // "Meymac (18-22)" tells years
  },
  (row, { findCommune }) => {
    const { name } = says.exec(row.text)?.groups ?? {};
    return name === undefined ? null : named(row, findCommune, { name, postcode: null });
  },
  (row, { findCommune, at, near }) => {
    if (!near || (looksLikeName(row.text, at) && at === 0)) return null;
    for (const part of row.text.split(/\s*[,;|•·()–—]\s*|\s-\s|\s{2,}/)) {
      const short = part.trim();
      if (short.split(/\s+/).length > 4 || /\d|@/.test(short) || namesPlace(short)) continue;
      if ((readTitle(short)?.confidence ?? 0) > 0.8) continue;
      const found = named(row, findCommune, { name: short, postcode: null });
      if (found !== null) return found;
    }
    return null;
  },
];

/** "l91O0" is 19100 seen in a picture; a word is not. */
const digits = (seen: string): string | null => {
  if ((seen.match(/\d/g)?.length ?? 0) < 3) return null;
  return seen.replace(/[Oo]/g, "0").replace(/[lI]/g, "1");
};

/** The name as written, then with fewer and fewer of its last words: "Tulle Permis B" is Tulle. */
const named = (
  row: PlacedRow,
  findCommune: CommuneFinder,
  asked: { readonly name: string; readonly postcode: string | null },
): FoundCommune | null => {
  const words = asked.name
    .replace(/\bcedex\b.*$|\s{2,}\S.*$/i, "")
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  for (let count = Math.min(words.length, 6); count >= (asked.postcode === null ? 1 : 0); count--) {
    const name = words
      .slice(0, count)
      .join(" ")
      .replace(/[.,–-]+$/, "")
      .trim();
    if (asked.postcode === null && name.length < 3) continue;
    const found = findCommune({ name, postcode: asked.postcode });
    if (found !== null) {
      const said = [asked.postcode, name].filter((part) => part !== null && part !== "").join(" ");
      return { code: found.code, name: found.name, source: { words: said, line: row.line, page: row.page } };
    }
  }
  return null;
};
