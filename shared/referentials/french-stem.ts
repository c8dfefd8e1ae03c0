/**
 * One key for the singular, the plural, the feminine and the masculine of a folded word: « aides-soignantes » and
 * « aide-soignant » must find the same jobs. A light stemmer: « menuisier » and « menuiserie » stay apart.
 */
export const stemOf = (word: string): string => {
  const known = exceptions.get(word);
  if (known !== undefined) return known;
  if (word.length <= 3 || /[^a-z]/.test(word)) return word;
  const one = singular(word);
  return exceptions.get(one) ?? bare(masculine(one));
};

const singular = (word: string): string => {
  if (word.endsWith("eaux") || word.endsWith("yaux")) return word.slice(0, -1);
  if (word.endsWith("aux") && word.length > 4) return `${word.slice(0, -3)}al`;
  if (word.endsWith("eux")) return `${word.slice(0, -1)}r`; // « sérieux », as « sérieuse », meets « -eur »
  if (/(?:[aeo]u|s)$/.test(word.slice(0, -1)) && word.endsWith("x")) return word.slice(0, -1);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
};

const masculine = (word: string): string => {
  for (const [ending, replacement] of feminineEndings) {
    if (word.length > ending.length + 1 && word.endsWith(ending)) return word.slice(0, -ending.length) + replacement;
  }
  return word;
};

/** Longest first: the first that fits wins. */
const feminineEndings: readonly (readonly [string, string])[] = [
  ["eresse", "eur"],
  ["trice", "teur"],
  ["drice", "deur"],
  ["euse", "eur"],
  ["eure", "eur"],
  ["iere", "ier"],
  ["euve", "euf"],
  ["ivee", "if"],
  ["ive", "if"],
  ["woman", "man"],
  ["quee", "c"],
  ["guee", "g"],
  ["que", "c"],
  ["gue", "g"],
];

/** Without its silent ending: « employée » and « employé », « chinoise » and « chinois », « patronne » and « patron ». */
const bare = (word: string): string => {
  const mute = word.replace(/e+$/, "");
  if (mute.length < 3) return word;
  if (mute !== word && /[^s]s$/.test(mute) && mute.length > 3) return mute.slice(0, -1);
  return mute.replace(/([bcdfglmnprst])\1$/, "$1");
};

const exceptions: ReadonlyMap<string, string> = new Map([
  ["barmaid", "barman"],
  ["barmans", "barman"],
  ["barmen", "barman"],
  ["bels", "beau"],
  ["belle", "beau"],
  ["blanche", "blanc"],
  ["caces", "caces"],
  ["chevaux", "cheval"],
  ["compagne", "compagnon"],
  ["contremaitresse", "contremaitr"],
  ["deaes", "deaes"],
  ["deavs", "deavs"],
  ["designeuse", "designer"],
  ["dispatcher", "dispatcheur"],
  ["rewriter", "rewriteur"],
  ["booker", "bookeur"],
  ["pizzaiola", "pizzaiolo"],
  ["reportrice", "reporter"],
  ["doctoresse", "docteur"],
  ["feux", "feu"],
  ["fraiche", "frai"],
  ["grosse", "gro"],
  ["hotesse", "hot"],
  ["jeux", "jeu"],
  ["lieux", "lieu"],
  ["cheveux", "cheveu"],
  ["essieux", "essieu"],
  ["maitresse", "maitr"],
  ["nouvel", "nouveau"],
  ["nouvelle", "nouveau"],
  ["poetesse", "poet"],
  ["seche", "sec"],
  ["travaux", "travail"],
  ["vitraux", "vitrail"],
]);
