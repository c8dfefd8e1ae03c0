import { fold } from "#shared/referentials/french.ts";
import { licences } from "#shared/referentials/licence.ts";
import { cvWords } from "./cv-words.ts";
import { isAbroad } from "./foreign-diplomas.ts";
import type { LicenceHit } from "./read-cv-licences.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** Diplomas that a trade requires and certificates, by their names and acronyms in the closed list. */
export const findStateDiplomas = (row: PlacedRow): LicenceHit[] => {
  if (row.section === "interests" || unfinished.test(row.text)) return [];
  const learning = learnt.has(row.section) || certified.test(row.text);
  const loud = /\p{Lu}/u.test(row.text) ? oneCapital : longEnough;
  const said = row.text.replace(loud, (word) => word.toUpperCase());
  return names().flatMap(({ code, acronym, roots, ofSchool }) => {
    if (ofSchool && (!learning || isAbroad(row.text))) return [];
    const words = acronym === null ? wordsOf(roots, row.text) : (acronym.exec(said)?.[0] ?? null);
    return words === null || (code === "fimo" && /voyageur/i.test(row.text)) ? [] : [{ code, words }];
  });
};

/** Who writes without capitals writes "le bafa": an acronym, unless so short that it may be a word. */
const longEnough = /[a-z\d]{4,}/g;
/** "Fimo", "Bafa". */
const oneCapital = /(?<![\p{L}\p{N}])\p{Lu}[a-z\d]{3,}(?![\p{L}\p{N}])/gu;

/** Started, prepared or missed: not held. */
const learnt: ReadonlySet<string> = new Set(["education", "licences", "other", "contact"]);

export const unfinished =
  /\b(?:en cours(?! de validit)|en pr[ée]paration|pr[ée]paration (?:du|au|d[’'])|non (?:obtenu|valid|concern)[ée]?e?|niveau (?:cap|bep|bac|bts|licence)|pr[ée]pare (?:le|un)|abandon|inachev|objectif|souhait|projet|recherche)/i;
const certified =
  /\b(?:dipl[oô]m|form[ée]e?s?\b|formation|attestation|certificat|certifi|titulaire|brevet|titre|stage|habilit|permis|caces)/i;

type Named = {
  readonly code: string;
  readonly acronym: RegExp | null;
  readonly roots: readonly string[];
  readonly ofSchool: boolean;
};

/** What is a trade or a task as well as a diploma: it counts where one tells of learning. */
const ordinary: ReadonlySet<string> = new Set(
  "IDE|AMP|AES|EJE|MNS|DEA|DEI|DEC|CCA|DEE|cariste|famille d’accueil agréée|maître-nageur sauveteur|auxiliaire ambulancier 70 h|HACCP|hygiène alimentaire|matières dangereuses|transport d’animaux|port du harnais|Travail en hauteur|télépilote|agrégation|carte conducteur|protection animale abattage|premiers secours|amiante SS3|amiante SS4".split(
    "|",
  ),
);
/** Too ordinary to say anything, even there. */
const never: ReadonlySet<string> = new Set([
  "carte T",
  "carte G",
  "licence IV",
  "encadrement d’établissement social",
  "carte conducteur",
]);

/** Written in a row, and not in the list. */
const more: readonly (readonly [string, string])[] = [
  ["deas", "DE aide-soignant"],
  ["deas", "diplôme aide-soignant"],
  ["deas", "diplôme d’aide soignante"],
  ["dei", "diplôme infirmier"],
  ["dei", "DE infirmier"],
  ["deap", "diplôme auxiliaire de puériculture"],
  ["dea", "diplôme d’ambulancier"],
  ["dea", "DE ambulancier"],
  ["deap", "DE auxiliaire de puériculture"],
  ["sst", "sauveteur secouriste"],
  ["sst", "secouriste du travail"],
  ["psc1", "PSC 1"],
  ["psc1", "prévention et secours civiques"],
  ["ssiap-1", "SSIAP 1"],
  ["ssiap-2", "SSIAP 2"],
  ["advf", "assistante de vie aux familles"],
  ["deaes", "accompagnant éducatif et social"],
  ["deaes", "auxiliaire de vie sociale"],
  ["deaes", "aide médico-psychologique"],
  ["haccp", "formation HACCP"],
  ["haccp", "attestation HACCP"],
  ["haccp", "formation hygiène alimentaire"],
  ["certiphyto", "certi phyto"],
  ["cap-aepe", "CAP petite enfance"],
  ["cap-coiffure", "BP coiffure"],
  ["decesf", "conseillère en économie sociale et familiale"],
  ["fimo-voyageurs", "FCO voyageur"],
  ["fimo-voyageurs", "FIMO voyageur"],
  ["fluides-frigorigenes", "fluides frigorigènes"],
  ["licence-soudure", "qualification soudure"],
  ["licence-soudure", "licences soudure"],
  ["carte-cnaps", "carte professionnelle de sécurité"],
  ["cqp-aps", "agent de prévention et de sécurité"],
  ["echafaudage", "montage d’échafaudage R408"],
  ["afgsu", "gestes et soins d’urgence"],
];

let known: readonly Named[] | null = null;

const names = (): readonly Named[] => {
  known ??= [
    ...licences
      .filter(({ kind }) => kind === "diploma" || kind === "certificate")
      .flatMap(({ code, kind, label, phrases }) =>
        [label, ...phrases]
          .filter((name) => !never.has(name))
          .map((name) => namedBy(code, name, kind === "diploma" || name === label)),
      ),
    ...more.map(([code, name]) => namedBy(code, name, /^(?:deaes|advf|decesf|cqp-aps|deas|dei|deap|dea)$/.test(code))),
  ];
  return known;
};

const namedBy = (code: string, name: string, diploma: boolean): Named => {
  const acronym =
    /^[A-Z]{2}[A-Z\d/-]*(?: [A-Z\d]{1,5})*$/.test(name) || /^(?:QualiPV|Certiphyto|Certibiocide)$/.test(name);
  const pattern = acronym
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])${name.replaceAll(" ", "\\s?")}(?![\\p{L}\\p{N}])`,
        name === name.toUpperCase() ? "u" : "iu",
      )
    : null;
  const roots = cvWords(name.replace(/\([^)]*\)|:.*$/g, "")).map(({ root }) => root);
  return { code, acronym: pattern, roots, ofSchool: ordinary.has(name) || (diploma && !acronym) };
};

/** The words of a row that say all the roots in their order, no more than two words apart. */
const wordsOf = (roots: readonly string[], text: string): string | null => {
  if (roots.length === 0 || !fold(text).includes((roots[0] ?? "").slice(0, 3))) return null;
  const said = cvWords(text);
  for (let from = 0; from < said.length; from++) {
    if (said[from]?.root !== roots[0]) continue;
    const to = follow(
      roots,
      said.map(({ root }) => root),
      from,
    );
    if (to !== null) return text.slice(said[from]?.start ?? 0, said[to]?.end ?? 0);
  }
  return null;
};

const follow = (roots: readonly string[], said: readonly string[], from: number): number | null => {
  let at = from;
  for (const root of roots.slice(1)) {
    const next = said.slice(at + 1, at + 3).indexOf(root);
    if (next < 0) return null;
    at += next + 1;
  }
  return at;
};
