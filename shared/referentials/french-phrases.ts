/**
 * A folded text in which words that say one thing together are one key: « contrat aidé » is no aide, « 3 × 8 » no two
 * numbers, « sans permis » no licence. What is refused never reads as what is asked: « pas de nuit », « sauf le
 * dimanche », « ni soir ni week-end ».
 */
export const phrasesJoined = (folded: string): string => {
  if (!suspect.test(folded)) return folded;
  return folded
    .replace(helped, "contrataide")
    .replace(/\bcontrats? (?:de )?pro(?:fessionnalisation)?\b/g, "contratpro")
    .replace(/\b(?:du )?lundi (?:au|a) vendredi\b/g, "sansweekend")
    .replace(/\bhoraires? de bureau\b/g, "sansnuit sanssoir sansweekend")
    .replace(/\b([2-5]) ?[x×*] ?8\b/g, "$1x8")
    .replace(possessionsMissing, "sans$1")
    .replace(hoursRefused, (refused) => (refused.match(hour) ?? []).map(keyOfRefused).join(" "));
};

/** Most texts have none: one look is enough to know. */
const suspect =
  /\bcontrats? |\bparcours emploi|\blundi |\bhoraires? de b|[x×*] ?8\b|\b(?:sans|pas|ni|sauf|hors|excepte|jamais) /;

/** Unaccented, « contrat aide-soignante » is of another trade. */
const helped =
  /\b(?:contrats? aides?\b(?!-| (?:soignant|a |menager|medico))|parcours emplois? competences?\b|contrats? uniques? d'insertion\b)/g;

const possessionsMissing =
  /\b(?:sans|pas|ni) (?:d'|de |du |le |la |une? |aucune? )?(permis|voiture|vehicule|diplome|experience)\b/g;

const hours = "(?:nuits?|soirs?|soirees?|week[ -]?ends?|we|samedis?|dimanches?)\\b";
const hour = new RegExp(`\\b${hours}`, "g");
const which = "(?:d'|l'|(?:de|du|des|le|la|les|en|travail|travailler|horaires?|postes?) )*";

/** « Pourquoi pas la nuit » is no refusal. */
const hoursRefused = new RegExp(
  `\\b(?:sans|pas|ni|sauf|hors|excepte|jamais) (?<!pourquoi pas )${which}${hours}(?:(?: et| ou| ni|/) ?${which}${hours})*`,
  "g",
);

const keyOfRefused = (said: string): string => {
  const one = said.replace(/s$/, "");
  if (one.startsWith("w")) return "sansweekend";
  return `sans${one === "soiree" ? "soir" : one}`;
};
