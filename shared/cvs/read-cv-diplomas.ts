import type { DiplomaLevel } from "./closed-lists.ts";
import type { FoundDiploma } from "./cv-findings.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import { unfinished } from "./read-cv-state-diplomas.ts";

/** The diplomas that the rows name, with their level. One that is prepared, missed or only of a "niveau" is not held. */
export const findDiplomas = (rows: readonly PlacedRow[]): FoundDiploma[] => {
  const schooled = rows.some(({ section }) => section === "education");
  const read = rows.filter(
    ({ section }) =>
      section !== "experience" &&
      section !== "interests" &&
      section !== "objective" &&
      (!schooled || section !== "skills"),
  );
  const found: FoundDiploma[] = [];
  for (const row of read) {
    if (unfinished.test(row.text)) continue;
    for (const { at, words, level, label } of saidIn(row.text))
      found.push({ level, label, source: { words: aboutOf(row.text, at, words), line: row.line, page: row.page } });
  }
  return found;
};

type Kind = readonly [pattern: RegExp, label: string, level: DiplomaLevel];

const kinds: readonly Kind[] = [
  [/\bbac(?:calaur[ée]at)? ?(?:pro(?:fessionnel)?)\b|\bbacpro\b/i, "Bac professionnel", "bac"],
  [/\bbac ?\+ ?5\b/i, "Bac + 5", "bac5"],
  [/\bbac ?\+ ?[34]\b/i, "Bac + 3", "bac3"],
  [/\bbac ?\+ ?2\b/i, "Bac + 2", "bac2"],
  [/\b(?:bac|baccalaur[ée]at|DAEU)\b(?! à| a )/i, "Baccalauréat", "bac"],
  [/\bBEP[A]?\b/, "BEP", "cap"],
  [/\bCAP[A]?\b(?! emploi)|\bc\.a\.p\b|^\W*cap\b|\b(?:mon|un) cap\b(?! emploi)/, "CAP", "cap"],
  [/\bBPA\b/, "BPA", "cap"],
  [/\bBPREA\b|\b[Bb]revet professionnel\b|\bBP\b(?! \d)/, "Brevet professionnel", "bac"],
  [/\bBTSA?\b/, "BTS", "bac2"],
  [/\bD(?:UT|EUG|EUST)\b/, "DUT ou DEUG", "bac2"],
  [/\bBUT\b|\bbachelor\b/i, "BUT ou bachelor", "bac3"],
  [
    /\blicence(?: pro(?:fessionnelle)?)?\b(?! (?:de |en )?(?:soud|IV|4|sport|foot|TIG|MIG|taxi|chauffeur))/i,
    "Licence",
    "bac3",
  ],
  [
    /\bma[iî]trise\b(?= (?:de|d[’']|en) (?:droit|lettres|sciences|[ée]conomie|gestion|histoire|g[ée]ographie|langues|anglais|math|biologie|chimie|AES|LEA))/i,
    "Maîtrise",
    "bac3",
  ],
  [/\bmaster ?[12]?\b|\bing[ée]nieure?\b|\bDESS\b|\bdoctorat\b|\bMBA\b/i, "Master ou ingénieur", "bac5"],
  [
    /\bDEAS\b|\b(?:DE|dipl[oô]me(?: d[’']?[ÉEée]tat)?)[^,;]{0,12}aide[- ]soignante?/i,
    "Diplôme d’État d’aide-soignant",
    "bac",
  ],
  [
    /\bDEAP\b|\b(?:DE|dipl[oô]me(?: d[’']?[ÉEée]tat)?)[^,;]{0,12}auxiliaire de pu[ée]riculture/i,
    "Diplôme d’État d’auxiliaire de puériculture",
    "bac",
  ],
  [
    /\bDE(?:AES|AVS|AMP)\b|\b(?:DE|dipl[oô]me(?: d[’']?[ÉEée]tat)?)[^,;]{0,12}(?:accompagnante? [ée]ducati|auxiliaire de vie sociale|aide m[ée]dico)/i,
    "Diplôme d’État du social",
    "cap",
  ],
  [/\bDEI\b|\b(?:DE|dipl[oô]me(?: d[’']?[ÉEée]tat)?)[^,;]{0,12}infirmi[eè]re?/i, "Diplôme d’infirmier", "bac3"],
  [/\bDE(?:ES|EJE|ASS|CESF)\b/, "Diplôme d’État du social", "bac3"],
  [/\b(?:DE|dipl[oô]me)(?: d[’']?[ÉEée]tat)? (?:d[’'])?ambulanci[eè]re?|\bDEA\b/i, "Diplôme d’ambulancier", "cap"],
  [/\bDEME\b|\bBPJEPS\b/, "Diplôme d’animation ou d’éducation", "bac"],
  [/\bDEJEPS\b/, "DEJEPS", "bac2"],
  [
    /\b(?:titre pro(?:fessionnel)?|TP|CQP|certificat de qualification)\b(?=.*niveau (?:4|IV)\b)/i,
    "Titre professionnel",
    "bac",
  ],
  [/\b(?:titre pro(?:fessionnel)?|TP)\b(?=.*niveau (?:5|III)\b)/i, "Titre professionnel", "bac2"],
  [/\btitre pro(?:fessionnel)?\b|\bTP (?=[A-ZÉ\p{Lu}])|\bCQP\b/iu, "Titre professionnel", "cap"],
  [
    /\bbrevet des coll[eè]ges\b|\bBEPC\b|\bDNB\b|\bcertificat d[’'][ée]tudes\b|\bCFG\b|^\W*brevet\W*$/i,
    "Brevet des collèges",
    "none",
  ],
];

type Said = {
  readonly at: number;
  readonly words: string;
  readonly label: string;
  readonly level: DiplomaLevel;
};

/** "CAP en 2001 et brevet professionnel en 2003": the first one, then those that a conjunction or a comma adds. */
const saidIn = (text: string): Said[] => {
  const first = firstOf(text);
  if (first === null) return [];
  const added = [...text.slice(first.at).matchAll(/(?:\s(?:et|puis)|,)\s+(?:une? |le |mon )?/g)].flatMap(
    (link): Said[] => {
      const from = first.at + link.index + link[0].length;
      const next = firstOf(text.slice(from));
      return next?.at === 0 ? [{ ...next, at: from }] : [];
    },
  );
  return [first, ...added.filter(({ level }) => level !== first.level)];
};

const firstOf = (text: string): Said | null => {
  let best: Said | null = null;
  for (const [pattern, label, level] of kinds) {
    const match = pattern.exec(text);
    if (match !== null && (best === null || match.index < best.at))
      best = { at: match.index, words: match[0], label, level };
  }
  return best;
};

/** The kind and what it is about, without the school nor the place. */
const aboutOf = (text: string, at: number, words: string): string => {
  const [about = words] = text
    .slice(at)
    .split(/\s[-–—|]\s|[,;|•()]|\s{2,}|\s(?:au|à|obtenu|mention|en \d{4}|\d{4})\b/i);
  return (about.length < words.length ? words : about).trim();
};
