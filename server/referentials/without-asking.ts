import { derivedFrom } from "#shared/referentials/derived-from.ts";
import { analyse } from "#shared/referentials/french.ts";
import { occupations } from "#shared/referentials/occupations.ts";

/**
 * The words of a search without those that only say that one searches: "emploi Tulle", "offres d’emploi", "je cherche
 * un travail de vendeuse", "contrat CDI". Few offers say « emploi », and those that do are others.
 */
export const withoutAsking = (words: readonly string[]): readonly string[] => {
  const said = withoutHurry(words.join(" "))
    .split(" ")
    .filter((word) => word !== "");
  const searched = asksAtTheEnd.test(said.join(" ")) ? said.slice(0, said.findLastIndex(isSearching)) : said;
  const kept = searched.filter((_, at) => !isBeforeTerm(searched, at));
  let first = 0;
  while (first < kept.length && isAsking(kept, first)) first += 1;
  if (first === kept.length) return [];
  const asked = kept.slice(0, first).some((word) => jobNouns.has(word) || isSearching(word));
  return withoutEmploi(asked ? kept.slice(first) : kept);
};

/** "serveuse urgent svp": every offer is open today. */
const withoutHurry = (text: string): string => {
  const less = text.replace(hurry, "");
  return less === text ? text : withoutHurry(less);
};

const hurry =
  /(?:^| )(?:jobs?|boulots?|taf|(?:tr[èe]s )?urgent|imm[ée]diat(?:e|ement)?|rapidement|vite|tout de suite|d[èe]s que possible|svp|stp|s[’'] ?il vous pla[iî]t|merci)[ !.]*$/;

/** "aide-soignante cherche emploi"; a « conseiller emploi » is a trade. */
const asksAtTheEnd = /.\s(?:re)?cherche (?:une? |du )?(?:emploi|travail|poste|job)$/;

/** "vendeuse emploi", but « conseiller emploi » and « agence d’emploi ». */
const withoutEmploi = (words: readonly string[]): readonly string[] => {
  const [before, last] = words.slice(-2);
  if (before === undefined || last !== "emploi" || linking.has(before)) return words;
  return analyse(before).some((one) => trades().withEmploi.has(one)) ? words : words.slice(0, -1);
};

/** The stems that names of trades begin with, and those of the trades that « emploi » is a part of. */
const trades = derivedFrom(
  () => occupations,
  (list) => {
    const names = list.flatMap((one) => [one.masculine, one.feminine, ...one.synonyms].map(analyse));
    return {
      heads: new Set(names.flatMap(([head]) => head ?? [])),
      withEmploi: new Set(names.filter((name) => name.includes("emploi")).flat()),
    };
  },
);

const jobNouns = new Set(
  "emploi emplois d'emploi d’emploi d'emplois d’emplois travail travailler job jobs boulot taf".split(" "),
);

const leadingWords = new Set(
  "bonjour urgent je veux voudrais souhaite trouver offre offres annonce annonces un une du des de la le les dans comme".split(
    " ",
  ),
);

const isSearching = (word: string): boolean => word === "cherche" || word === "recherche";

/** « Recherche clinique » and « poste de garde » are not asked for in vain. */
const isAsking = (words: readonly string[], at: number): boolean => {
  const [word = "", next = ""] = words.slice(at);
  const asksFor = jobNouns.has(next) || leadingWords.has(next);
  if (word === "recherche") return asksFor || next === "poste" || term.test(next) || namesTrade(next);
  if (word === "poste") return isSearching(words[at - 1] ?? "");
  return word === "cherche" || jobNouns.has(word) || leadingWords.has(word);
};

const namesTrade = (word: string): boolean => trades().heads.has(analyse(word)[0] ?? "");

/** The first of "contrat en alternance", "poste de nuit", "mission d’intérim": the term says it all. */
const isBeforeTerm = (words: readonly string[], at: number): boolean => {
  const [word = "", next = "", later = ""] = words.slice(at);
  if (word === "mission" || word === "missions") return interim.test(linking.has(next) ? later : next);
  return saidOfTerms.has(word) && term.test(linking.has(next) ? later : next);
};

const linking = new Set(["de", "du", "en", "à", "a", "la", "le"]);

const saidOfTerms = new Set(
  "contrat contrats poste postes emploi emplois travail job jobs horaire horaires travailler".split(" "),
);

const interim = /^(?:d[’'])?int[ée]rim/;

const term =
  /^(?:d[’'])?(?:cd[di]|int[ée]rim|alternance|apprentissage|apprentie?|stage|saisonni[eè]re?|[ée]t[ée]|nuit|jour|journ[ée]e|soir|soir[ée]e|week[ -]?end|we|weekend|mi-temps|temps|pec|cui|clis)s?$/;
