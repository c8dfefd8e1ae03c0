import type { LicenceHit } from "./read-cv-licences.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/** The driving licences a row names: "permis B, BE et C", "Permis poids lourd", "BSR". */
export const findDrivingLicences = ({ text, section }: PlacedRow): LicenceHit[] => {
  const said = text.replaceAll("(", " ").replaceAll(")", " ");
  const hits: LicenceHit[] = [];
  let read = 0;
  for (const match of said.matchAll(permit)) {
    if (match.index < read) continue; // "permis B, permis C": the first one was read with what follows it
    if (refused.test(said.slice(0, match.index)) || !ofDriving(said.slice(match.index + match[0].length))) continue;
    const found = held(said.slice(match.index));
    hits.push(...found);
    read = match.index + (found.at(-1)?.words.length ?? 0);
  }
  if (hits.length > 0) hits.push(...[...said.slice(read).matchAll(added)].flatMap(addedHit));
  if (/\bBSR\b|permis AM\b/.test(text)) hits.push({ code: "permis-am", words: "BSR" });
  if (section === "licences" && /^\W*(?:cat(?:[ée]gorie)?s? )?(?:[ABCD]E?[12]?\b(?:\W|et)*)+$/.test(text))
    hits.push(...held(`permis ${text}`).map((hit) => ({ ...hit, words: hit.words.slice("permis ".length) })));
  return hits.map((hit) => ({ ...hit, words: hit.words.replace(/\s+/g, " ").trim() }));
};

/** "le permis C en 2004 et le CE l’année d’après". */
const added = /(?:\bet|,)\s+(?:m[êe]me |aussi )?(?:le|mon) (?<name>[BCD]E|[ACD])(?![\p{L}\p{N}’'])/gu;

const addedHit = ({ groups: { name = "" } = {} }: RegExpExecArray): LicenceHit[] => {
  const code = codes[name.toLowerCase()];
  return code === undefined ? [] : [{ code, words: name }];
};

const permit = /\bpermis\b|\bpermi\b|\bperrnis\b/gi;
const refused =
  /(?:\bsans|\bpas (?:de|le|encore le|mon)|\bpr[ée]pare? (?:le|mon)|\bpasse (?:le|mon)|\baucun|\bpr[ée]paration (?:du|au)|\binstruction des?|\bdossiers? de) *$/i;

/** A permit to build, to hunt or to sell drinks is none to drive; one that is being learnt is not held. */
const ofDriving = (after: string): boolean =>
  !/^\s*(?:d[’']exploitation|d[’']exploiter|de construire|de chasse|de chasser|bateau|c[ôo]tier|fluvial|feu|de feu|de travail|de s[ée]jour|d[’']inhumer|nacelle|cariste|tron[çc]onneuse|unique)/i.test(
    after,
  ) &&
  !/^[^,;.]{0,24}\b(?:en cours(?! de validit)|en pr[ée]paration|bient[ôo]t|non obtenu|suspendu|[àa] passer|pr[ée]vu)\b/i.test(
    after,
  );

const between =
  "^(?:\\s|,|/|\\+|&|-|:|;|–|\\bet\\b|\\bcat(?:[ée]gories?|\\.)?\\b|\\bde conduire\\b|\\bconduire\\b|\\bvalides?\\b|\\bles?\\b|\\bpermis\\b|\\bde\\b|\\bpour\\b|[“”\"«»'])*";
/** Letters count as capitals only: "a" and "de" are words. */
const letters = new RegExp(
  `${between}(?<name>B ?96|C1E|D1E|A1|A2|C1|D1|B1|BE|CE|DE|EB|EC|ED|E ?\\(?[BCD]\\)?|A|B|C|D|8)(?![\\p{L}\\p{N}’'])`,
  "u",
);
const named = new RegExp(
  `${between}(?<name>super[- ]?lourds?|poids[- ]?lourds?|transports? en commun|cyclomoteur|voiture|remorque|moto|bus|car|SPL|PL|VL|TC)(?![\\p{L}\\p{N}’'])`,
  "iu",
);

const codes: Readonly<Record<string, string>> = {
  a: "permis-a",
  a1: "permis-a",
  a2: "permis-a",
  moto: "permis-a",
  b: "permis-b",
  b1: "permis-b",
  voiture: "permis-b",
  vl: "permis-b",
  "8": "permis-b",
  be: "permis-be",
  eb: "permis-be",
  remorque: "permis-be",
  b96: "permis-be",
  c: "permis-c",
  c1: "permis-c",
  pl: "permis-c",
  poidslourd: "permis-c",
  poidslourds: "permis-c",
  ce: "permis-ce",
  ec: "permis-ce",
  spl: "permis-ce",
  c1e: "permis-ce",
  superlourd: "permis-ce",
  superlourds: "permis-ce",
  d: "permis-d",
  d1: "permis-d",
  bus: "permis-d",
  car: "permis-d",
  tc: "permis-d",
  transportencommun: "permis-d",
  transportsencommun: "permis-d",
  de: "permis-de",
  ed: "permis-de",
  d1e: "permis-de",
  cyclomoteur: "permis-am",
};

/** The categories that follow the word, one after the other; the word alone is the licence of a car. */
const held = (text: string): LicenceHit[] => {
  const hits: LicenceHit[] = [];
  const [word = ""] = /^\S+/.exec(text) ?? [];
  let at = word.length;
  for (;;) {
    const rest = text.slice(at).replace(/^(\W*)PERMIS\b/, "$1permis");
    const match = letters.exec(rest) ?? named.exec(rest);
    const name = match?.groups?.name;
    if (match === null || name === undefined || isPreposition(name, text.slice(at + match[0].length))) break;
    at += match[0].length;
    const code = codes[name.toLowerCase().replace(/[\s()-]/g, "")];
    if (code !== undefined) hits.push({ code, words: text.slice(0, at) });
  }
  if (hits.length > 0) return hits;
  const lower =
    /^\S+\s*:?\s*(?:de conduire )?(?:cat\S* )?(?<name>be|b|c|ce|d)(?=\s*(?:$|[,.;)/+&-]|et\b|v[ée]hicul))/.exec(text);
  const code = codes[lower?.groups?.name ?? ""];
  return [{ code: code ?? "permis-b", words: lower?.[0] ?? /^\S+(?: de conduire)?/i.exec(text)?.[0] ?? word }];
};

/** "permis de conduire": "de" in small letters is no category. */
const isPreposition = (name: string, after: string): boolean => name === "de" && after.startsWith(" ");
