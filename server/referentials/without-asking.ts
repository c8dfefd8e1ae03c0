/**
 * The words of a search without those that only say that one searches: "emploi Tulle", "offres d’emploi", "je cherche
 * un travail de vendeuse". Few offers say « emploi », and those that do are others.
 */
export const withoutAsking = (words: readonly string[]): readonly string[] => {
  const kept = asksAtTheEnd.test(words.join(" ")) ? words.slice(0, words.findLastIndex(isSearching)) : words;
  let first = 0;
  while (first < kept.length && isAsking(kept, first)) first += 1;
  return kept.slice(0, first).some((word) => jobNouns.has(word) || isSearching(word)) ? kept.slice(first) : kept;
};

/** "aide-soignante cherche emploi"; a « conseiller emploi » is a trade. */
const asksAtTheEnd = /.\s(?:re)?cherche (?:une? |du )?(?:emploi|travail|poste|job)$/;

const jobNouns = new Set(
  "emploi emplois d'emploi d’emploi d'emplois d’emplois travail travailler job jobs boulot".split(" "),
);

const leadingWords = new Set(
  "je veux voudrais souhaite trouver offre offres annonce annonces un une du des de la le les dans comme".split(" "),
);

const isSearching = (word: string): boolean => word === "cherche" || word === "recherche";

/** « Recherche clinique » and « poste de garde » are not asked for in vain. */
const isAsking = (words: readonly string[], at: number): boolean => {
  const [word = "", next = ""] = words.slice(at);
  if (isSearching(word)) return word === "cherche" || jobNouns.has(next) || leadingWords.has(next);
  return jobNouns.has(word) || leadingWords.has(word);
};
