/**
 * A folded text in which a trade's word that is spelled as an empty one is told from it: « conductrice de car » drives a
 * coach, « technicien son » has to do with sound, « job d’été » is a summer's, « permis CE » a
 * licence. Where the empty word is meant (« car nous
 * recrutons », « son équipe »), nothing changes. What stands instead is a key to compare, as all that is folded; it is
 * no word that a place may bear (« Estivals »).
 */
export const nounsToldApart = (folded: string): string => {
  if (!suspect.test(folded)) return folded;
  return nouns.reduce((text, [noun, key]) => text.replace(noun, key), folded);
};

/** Most texts have none of these words: one look is enough to know. */
const suspect = /\b(?:cars?|son|ete|mais|si|line|etre|ventes?|permis)\b/;

const driver = "(?:conduct(?:eur|rice)s?|chauffeu(?:r|se)s?|(?:auto)?bus(?: et| ou|,|/)?)";
const systems = "(?:projets?|architecte|consultante?|responsable|urbaniste|securite|audit(?:eur|rice)|du|le)";
const take = "(?:pris(?:e|es)|preneu(?:r|se)s?)(?: de)?";

/** Each begins with the word and looks behind it afterwards: the other way round is slower on long texts. */
const nouns: readonly (readonly [RegExp, string])[] = [
  [/\b(camping)[ -](?=cars?\b)/g, "$1"],
  [new RegExp(`\\bcars?\\b(?<=\\b(?:de|du|un|le|les|des|en|par|${driver}) ?cars?)`, "g"), "autocar"],
  [
    /\bcars?\b(?= ?(?:$|[(),;./]|scolaires?\b|touristiques?\b|(?:inter)?urbains?\b|de (?:tourisme|ligne)\b))/g,
    "autocar",
  ],
  [new RegExp(`\\bson\\b(?<=\\b(?:du|le|un|images?(?: et)?|lumieres? et|${take}) son)`, "g"), "sonore"],
  [/\bson\b(?= ?(?:$|[(),;.:/&+-]|(?:et|ou|en|de|des|du|pour|lumieres?|video|live)\b))/g, "sonore"],
  [/\bete\b(?<=(?:\bd[ ']|\bl'|\bcet |\bjobs? |\bsaisons? |\bemplois? |\bcontrats? |\()ete)/g, "etesaison"],
  [/\bmais\b(?<=\b(?:de|du|le) mais)/g, "maiz"],
  [new RegExp(`\\bsi\\b(?:(?<=\\b${systems} si)|(?=\\)))`, "g"), "systeme information"],
  [/\bpermis (?:ce|ec)\b/g, "permis remorquepl"],
  [/\bpermis (?:de|ed)(?= ?(?:$|[(),;./]))/g, "permis remorquecar"],
  [/\b(on)[ -](?=line\b)/g, "$1"],
  [/\b(bien)[ -](?=etre\b)/g, "$1"],
  [/\b(apres|avant)[ -](?=ventes?\b)/g, "$1"],
];
