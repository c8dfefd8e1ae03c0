import type { LanguageName } from "./closed-lists.ts";
import type { LanguageLevel } from "./cv.ts";
import type { FoundLanguage } from "./cv-findings.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** The languages that the rows name as spoken, with the level they give. */
export const findLanguages = (rows: readonly PlacedRow[]): FoundLanguage[] => {
  const found = new Map<LanguageName, FoundLanguage>();
  const titled = rows.some(({ section }) => section === "languages");
  for (const row of rows) {
    for (const language of languagesIn(row, titled)) {
      const before = found.get(language.name);
      if (before === undefined || (before.level === null && language.level !== null))
        found.set(language.name, language);
    }
  }
  return [...found.values()];
};

const names: readonly (readonly [LanguageName, string])[] = [
  ["fr", "fran[çc]ais"],
  ["en", "anglais|english"],
  ["es", "espagnol|castillan"],
  ["pt", "portugais|br[ée]silien"],
  ["de", "allemand"],
  ["it", "italien"],
  ["ar", "arabe|darija|marocain|alg[ée]rien|tunisien"],
  ["tr", "turc"],
  ["ro", "roumain|moldave"],
  ["pl", "polonais"],
  ["uk", "ukrainien"],
  ["ru", "russe"],
  ["fa", "persan|farsi|dari"],
  ["zh", "chinois|mandarin"],
  ["oc", "occitan|limousin"],
  ["lsf", "LSF|langue des signes(?: fran[çc]aise)?"],
];

const any = new RegExp(`(?<![\\p{L}])(?:${names.map(([, pattern]) => `(${pattern})`).join("|")})(?![\\p{L}])`, "giu");

/** The first that fits, the strongest first: "langue maternelle" before "parlé". */
const levels: readonly (readonly [RegExp, LanguageLevel])[] = [
  [/matern|natif|native/i, "native"],
  [/bilingue|courant|couramment|fluide|\bC[12]\b|avanc[ée]|excellent|parfait|professionnel|tr[eè]s bon/i, "fluent"],
  [
    /notions?|d[ée]brouill|scolaire|d[ée]butant|d[ée]but|\bbases?\b|\bA[012]\b|[ée]l[ée]mentaire|\bpeu\b|faible|rudiment|basique|compris\b|niveau coll[eè]ge|apprentissage|en cours/i,
    "basic",
  ],
  [
    /interm[ée]diaire|\bbien\b|\bB[12]\b|moyen|\bbon(?:ne|nes)?\b|correct|conversation|lu|parl[ée]|[ée]crit|op[ée]rationnel|technique|autonome|niveau (?:bac|lyc[ée]e)|pratique|assez/i,
    "good",
  ],
];

const languagesIn = (row: PlacedRow, titled: boolean): FoundLanguage[] => {
  const said = [...row.text.matchAll(any)].slice(0, mostInRow);
  // Outside its own section, a language without a level is one where nothing else is said.
  const alone = row.section === "languages" || only(row.text) || (!titled && /\blangues?\b/i.test(row.text));
  return said.flatMap((match, at): FoundLanguage[] => {
    const name = names[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    const after = row.text.slice(match.index + match[0].length, said[at + 1]?.index ?? row.text.length);
    const before = row.text.slice(said[at - 1]?.index ?? 0, match.index);
    if (name === undefined || !isSpoken(row, { before, after })) return [];
    const level = levelOf(after) ?? levelBefore(before, at) ?? shared(row.text, said, at);
    if (level === null && !alone) return [];
    const words = `${match[0]}${level === null ? "" : levelWords(after)}`.trim();
    return [{ name, level, source: { words, line: row.line, page: row.page } }];
  });
};

/** As many as there are to name. */
const mostInRow = names.length;

type Around = { readonly before: string; readonly after: string };

const isSpoken = ({ section, text }: PlacedRow, { before, after }: Around): boolean =>
  !isAdjective(before, after) && (!ofOthers.has(section) || saidOfOneself(text, { before, after }));

/** Under work and studies a language is a subject or a customer's, but where its level stands right beside it. */
const ofOthers: ReadonlySet<string> = new Set(["experience", "education"]);
const rank =
  "(?:bonnes? |tr[eè]s bon |assez bon |quelques |un |niveau )?(?:notions?|scolaire|d[ée]butante?|bases?|[ée]l[ée]mentaire|interm[ée]diaire|moyen|correct|courant(?! (?:19|20))|bilingue|(?:langue )?maternel(?:le)?|natif|lu|parl[ée]|[ée]crit|peu|bon niveau|[ABC][12])";
const rankAfter = new RegExp(`^\\s*[:(–-]?\\s*${rank}(?![\\p{L}])(?=\\s*(?:$|[,;.)|•/–-]|et\\b|\\())`, "iu");
const rankBefore = /(?:^|[(,;:•|–-])\s*(?:quelques |bonnes )?(?:notions?|bases) (?:d[’']|de |en )$/i;

/** "Anglais notions", "(anglais B1)", "Notions d’espagnol". */
const saidOfOneself = (text: string, { before, after }: Around): boolean =>
  (rankAfter.test(after) || rankBefore.test(before)) && !taught.test(text);

/** A diploma or a course in a language tells no level of one's own, unless it is put apart. */
const taught = /\b(?:cours|enseign\w*|profess\w*|licence|master|LEA|LLCE|client\w*|traduc\w*|accueil)\b(?![^(]*\()/i;

/** "professeur d’anglais", "cuisine italienne", "clientèle anglais": not a language that is spoken. */
const adjective =
  /\b(?:professeure?|cours|enseignante?|cuisine|client[èe]le|march[ée]|licence|bts|master|traduct\S+)\s+(?:d[’']|de |du |en )?$/i;

/** "Notions d’anglais": said before the first one only. */
const levelBefore = (before: string, at: number): LanguageLevel | null =>
  at === 0
    ? levelOf(before.slice(-22))
    : /\b(?:peu|notions?|bases|d[ée]brouill\S*)\s(?:d[’']|de |en )?$/i.test(before)
      ? "basic"
      : null;

const isAdjective = (before: string, after: string): boolean =>
  adjective.test(before) || /^ (?:technique|commercial)/i.test(after);

/** Nothing else than names of languages. */
const only = (text: string): boolean => text.replace(any, "").replace(/\bet\b|[\s,;/•·*–-]/gi, "") === "";

const levelOf = (words: string): LanguageLevel | null => {
  const [first = words] = words.split(/[;|•]|\.\s/);
  return levels.find(([pattern]) => pattern.test(first))?.[1] ?? null;
};

/** "Anglais et espagnol : notions": what ends the list is said of all. */
const shared = (text: string, said: readonly RegExpExecArray[], at: number): LanguageLevel | null => {
  const last = said.at(-1);
  const here = said[at];
  if (last === undefined || here === undefined || last === here) return null;
  const between = text.slice(here.index + here[0].length, last.index).replace(any, "");
  return /^(?:\s|,|\/|et|&)*$/i.test(between) ? levelOf(text.slice(last.index + last[0].length)) : null;
};

const levelWords = (after: string): string => {
  const [words = ""] = /^[^;|•,]{0,45}/.exec(after) ?? [];
  return words.replace(/[\s(:–-]+$/, "");
};
