import { fold } from "#shared/referentials/french.ts";

export const cvSections = [
  "contact",
  "objective",
  "experience",
  "education",
  "skills",
  "languages",
  "licences",
  "interests",
  "other",
] as const;
export type CvSection = (typeof cvSections)[number];

/** The section a line opens, with what it says after its colon; null for an ordinary line. */
export const readHeading = (line: string): { section: CvSection; rest: string } | null => {
  const [head = "", ...after] = line.split(/\s*[:：]\s+|\s*:\s*$/);
  const words = headingWords(head);
  if (words === "" || words.length > 60) return null;
  const section = sectionOf(words);
  return section === null ? null : { section, rest: after.join(" : ").trim() };
};

/** Folded, without bullets nor numbers, letters spaced one by one put together. */
const headingWords = (head: string): string => {
  const bare = fold(head)
    .replace(/[^\p{L}\p{N}' &/+-]/gu, " ")
    .replace(/[_*#=~>-]+/g, " ")
    .trim();
  const letters = bare.split(/\s+/);
  const spaced = letters.length >= 5 && letters.filter((word) => word.length === 1).length >= 0.8 * letters.length;
  const together = spaced ? bare.replace(/(?<=\S) (?=\S)/g, "").replace(/\s+/g, " ") : bare;
  return together
    .replace(/&/g, "et")
    .replace(/^\d{1,2}\b|\b(?:mes|mon|ma|les?|la)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
};

const sectionOf = (words: string): CvSection | null => {
  const known = headings().get(squeezed(words));
  if (known !== undefined) return known;
  if (words.split(" ").length > 6) return null;
  if (opening.test(words)) return "experience";
  if (summary.test(words)) return "skills";
  const parts = words.split(/ et | \/ |\/| - |, | ou /).map((part) => headings().get(squeezed(part)));
  const [first] = parts;
  if (parts.length > 1 && first !== undefined && parts.every((part) => part !== undefined))
    return parts.every((part) => part === first) ? first : mixed(parts as readonly CvSection[]); // every part is known
  return nearHeading(squeezed(words));
};

/** "Expériences dans le champ social", "Expérience en cuisine". */
const opening = /^(?:experiences?|parcours) (?:professionnelles? |pro )?(?:dans|en|comme|de|du|des|au|chez) /;

/** "Synthèse des compétences", "Compétences en cuisine". */
const summary =
  /^(?:(?:synthese|resume|bilan|domaines?) (?:de |des |de mes )?competences?|competences? (?:en|de|du|des|liees?|acquises?)(?: \S+){1,3})$/;

/** Diplomas with licences are read line by line: the section matters less than not being work. */
const mixed = (parts: readonly CvSection[]): CvSection =>
  parts.includes("experience") ? "experience" : parts.includes("skills") ? "skills" : "other";

const squeezed = (words: string): string => words.replace(/[^a-z0-9]/g, "");

/** A heading one letter away, or read badly from a picture ("C0mpétences", "Forrnation", "EXPERlENCE"). */
const nearHeading = (key: string): CvSection | null => {
  if (key.length < 6 || key.length > 40) return null;
  const seen = asPictured().get(pictured(key));
  if (seen !== undefined) return seen;
  for (const [heading, section] of headings()) if (oneAway(key, heading)) return section;
  return null;
};

/** What a picture makes alike. */
const pictured = (key: string): string =>
  key.replace(/rn/g, "m").replace(/0/g, "o").replace(/[1|l]/g, "i").replace(/5/g, "s");

const oneAway = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1 || other.length < 7) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return Math.max(one.length, other.length) - start - end <= 1;
};

const lists: Record<CvSection, string> = {
  contact:
    "contact|contacts|joindre|me joindre|ou me joindre|coordonnees|coordonnees personnelles|informations personnelles|informations|me contacter|pour me joindre|adresse|renseignements personnels|infos pratiques|infos",
  objective:
    "objectif|objectifs|objectif professionnel|objectifs professionnels|profil|profil professionnel|a propos|a propos de moi|qui suis je|projet|projet professionnel|poste recherche|poste souhaite|emploi recherche|emploi souhaite|metier recherche|metier vise|recherche|je recherche|ce que je cherche|ce que je recherche|presentation|resume|en bref|accroche|pourquoi moi|qui je suis|ce que je veux|poste vise|travail recherche|metiers recherches|postes recherches|emplois recherches",
  experience:
    "experience|experiences|experience professionnelle|experiences professionnelles|experiences pro|experience pro|parcours|parcours professionnel|parcours pro|emplois|emplois occupes|postes occupes|historique professionnel|carriere|stages|stage|stages et experiences|missions|missions d interim|mes emplois|travail|travaux|ce que j ai fait|mon experience|experiences de travail|vie professionnelle|cursus professionnel|experience salariee|emplois saisonniers|jobs d ete|saisons|activites professionnelles|activite professionnelle|parcours de travail|experiences et stages|missions interim|dernieres experiences|experiences significatives|autres experiences|experiences anterieures|work experience|ou j ai travaille|j ai travaille|la ou j ai travaille|ce que j ai fait avant|metiers exerces|boulots|jobs|petits boulots",
  education:
    "formation|formations|diplomes|diplome|etudes|scolarite|parcours scolaire|parcours de formation|cursus|cursus scolaire|formation initiale|formation continue|formations continues|formations initiales|formation professionnelle|formations professionnelles|formation et diplomes|diplomes et formations|ecole|enseignement|titres et diplomes|etudes et formations|formations complementaires|parcours academique|niveau scolaire|niveau d etudes|education|formation scolaire|formations suivies|formation suivie|formations effectuees|principales formations|ce que j ai appris|j ai appris|ou j ai appris|ecoles|formation generale",
  skills:
    "competences|competence|competences professionnelles|competences techniques|competences cles|competences metier|competences metiers|je sais|je sais faire|ce que je sais|mes savoirs|traits|traits de caractere|caractere|personnalite|savoir faire|savoir etre|savoirs|savoir|qualites|qualites personnelles|qualites professionnelles|atouts|points forts|aptitudes|capacites|ce que je sais faire|je sais faire|domaines de competences|domaines de competence|domaine de competences|principales competences|competences et qualites|informatique|competences informatiques|logiciels|outils|outils informatiques|bureautique|domaines d intervention|competences transversales|competences acquises|competences personnelles|competences comportementales|connaissances|connaissances informatiques|logiciels maitrises|activites maitrisees|taches realisees|savoirs faire|specialites|skills|numerique",
  languages:
    "langues|langue|langues etrangeres|langues parlees|langues vivantes|je parle|langues que je parle|competences linguistiques|niveau de langue|niveau de langues|linguistique",
  licences:
    "permis|permis de conduire|habilitations|habilitation|caces|certifications|certification|certificats|permis et habilitations|permis et caces|habilitations et certifications|mobilite|attestations|habilitations electriques|securite|permis caces|titres et habilitations|titres|permis et titres|titres professionnels|autorisations|permis conduite|deplacements",
  interests:
    "centres d interet|centre d interet|centres d interets|centre d interets|interets|loisirs|hobbies|passions|passe temps|activites extra professionnelles|activites|sports et loisirs|sport|sports|vie associative|benevolat|engagements|activites personnelles|extra professionnel|engagement associatif|associations|loisir",
  other:
    "divers|et aussi|bon a savoir|autres|autre|informations complementaires|complements|complement d informations|renseignements complementaires|autres informations|en plus|disponibilite|disponibilites|references|plus|infos complementaires|situation|situation actuelle|informations diverses|atouts supplementaires",
};

let known: ReadonlyMap<string, CvSection> | null = null;

let seenInPictures: ReadonlyMap<string, CvSection> | null = null;

/** Headings as a picture makes them; of two that it makes alike, the first. */
const asPictured = (): ReadonlyMap<string, CvSection> => {
  seenInPictures ??= new Map([...headings()].reverse().map(([heading, section]) => [pictured(heading), section]));
  return seenInPictures;
};

const headings = (): ReadonlyMap<string, CvSection> => {
  known ??= new Map(
    cvSections.flatMap((section) => lists[section].split("|").map((heading) => [squeezed(heading), section] as const)),
  );
  return known;
};
