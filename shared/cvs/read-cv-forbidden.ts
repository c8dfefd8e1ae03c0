import { cutClauses, plain } from "./cut-clauses.ts";
import type { PlacedRow } from "./read-cv-sections.ts";

/**
 * The rows without what the law forbids to use (L1132-1): age, birth, sex, family, nationality, looks, health,
 * religion, union, politics, military duties. Cut before anything is read, so that no finding can hold it.
 */
export const withoutForbidden = (rows: readonly PlacedRow[]): PlacedRow[] =>
  rows
    .map((row) => ({ ...row, text: cutForbidden(row.text, row.section === "experience" ? [] : [bareAge]) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));

const cutForbidden = (text: string, more: readonly RegExp[]): string =>
  [...pieces, ...more].reduce(cut, cutClauses(cut(text, stoodIn), matters));

const cut = (text: string, pattern: RegExp): string => {
  let kept = text;
  for (const match of [...plain(text).matchAll(pattern)].reverse())
    kept = `${kept.slice(0, match.index)} ${kept.slice(match.index + match[0].length)}`;
  return kept;
};

/** To stand in for somebody who is away tells nothing of oneself. */
const stoodIn =
  /\b(?:en |pour )?(?:un )?remplacements? (?:d'|de |du |des |pour |pendant )?(?:un |une )?(?:salariees? en |personnels? en )?(?:conges?|arrets?) (?:de )?(?:maternite|paternite|maladie|parental|parentaux)/g;

/** What filled a time away from work. */
const gaps: readonly RegExp[] = [
  /\b(?:conges?|pause) (?:parental|parentaux|maternite|maladie|paternite|pour (?:raisons? )?(?:familiale|de sante|elever)|longue)/g,
  /\b(?:arret|longue) maladie|\b(?:raisons?|probleme|soucis?) de sante|\bproblemes? medica|\baccident (?:de la vie|du travail|de travail)/g,
  /\bmere au foyer|\bpere au foyer|\beducation de (?:mes|mon) (?:enfant|fils|fille)|\belever mes enfants|\bproche aidant/g,
  /\braisons? (?:personnelles? et )?familiales?|\b(?:m'occuper de|elever|garder) (?:mes|mon|ma) (?:enfants?|fils|filles?|mere|pere|parents|mari|conjoint|famille)\b/g,
  /\b(?:ma grossesse|mon accouchement|mes enfants|mon divorce|ma separation|mon veuvage|(?:naissance|deces|maladie) de (?:mon|ma|mes) \w+)/g,
];

const clauseOf: readonly RegExp[] = [
  /\b(?:date|lieu) (?:et (?:lieu|date) )?de naissance\b/g,
  /^\W*(?:situation (?:de famille|familiale|maritale|matrimoniale|militaire)|etat civil|nationalite|religion|sexe|photo|age|origine)\s*[:=-]/g,
  /^\W*(?:taille|poids)\s*[:=-]?\s*\d/g,
  /\b(?:cgt|cfdt|cftc|cfe-cgc|unsa|sud-?solidaires|force ouvriere|fnsea)\b|\bsyndica(?:l|le|liste|listes|ux|lisme)\b|\bdelegue(?:e)? (?:du )?(?:personnel|syndical)|\bmembre du cse\b|\belu(?:e)? (?:au )?cse\b|\bprud'?hom/g,
  /\bmembre (?:du|d'un) (?:parti|syndicat)|\bmilitan|\bparti (?:socialiste|communiste|republicain|ecologiste)|\b(?:conseillere?|elue?|adjointe?) municipal(?:e)?s?\b(?! et communautaire des services)/g,
  /\b(?:service (?:militaire|national)|obligations? militaires?|journee (?:defense|d'appel)|reserviste|reforme du service)\b/g,
  /\b(?:catholique|protestante?|musulmane?|islam|juive?|judaisme|bouddhiste|chretienn?e?s?|evangelique|temoin de jehovah|paroisse|paroissiale?|catechisme|catechese|aumonerie|mosquee|synagogue|priere|pelerinage)\b/g,
  /\b(?:rqth|boeth|mdph|aah)\b|\b(?:statut|reconnue?|reconnaissance|qualite) (?:de (?:la )?)?(?:la qualite (?:de )?)?travailleu(?:r|se) handicape|\bhandicape(?:e)? a \d|\bbeneficiaire de l'obligation d'emploi|\bcarte (?:d'invalidite|mobilite inclusion)|\binvalidite\b|\bmi-temps therapeutique|\bmon handicap\b|\ben situation de handicap (?:moi|depuis)/g,
  /\b(?:numero|n[o°]?|num) ?(?:de )?(?:securite sociale|secu|ss)\b|\b[12] ?\d{2} ?[01]\d ?(?:\d{2}|2[ab]) ?\d{3} ?\d{3}\b/g,
];

const matters: readonly RegExp[] = [...gaps, ...clauseOf];

const years = "(?:ans?\\b|annees?\\b)";

/** Where another thing begins: what the person did, a sentence. */
const turn = " (?:et )?j'| (?:et )?je |(?<=[a-z\\d]{3})[.!?] (?!\\d)";
const rest = `(?:(?!${turn})[^,;|•])*`;

/** Words to cut out of a line that may say something else. */
const pieces: readonly RegExp[] = [
  new RegExp(
    `\\bne(?:e|\\(e\\)|\\.e)? (?:le |en |a |au |aux )(?:(?! [-–—] | {2}|${turn})[^,;|•·()\\n]|, (?=a |au |en |le ))*`,
    "g",
  ),
  new RegExp(`\\b(?:age(?:e|\\(e\\))? (?:de )?:? ?\\d{2}|j'ai \\d{2}) ?${years}(?! (?:d'|de |dans ))`, "g"),
  /\b(?:jeune )?(?:homme|femme|garcon) (?:de )?\d{2} ans\b/g,
  /\b(?:sexe|genre) ?: ?\w+/g,
  /\b(?:de )?nationalite ?:? ?\w+(?:[ -]\w+aise?)?/g,
  new RegExp(
    `\\b(?:(?:titre|carte) de (?:sejour|resident)|refugiee?s?\\b|naturalisee?\\b|originaire (?:de|du|des|d')|recepisse\\b|double nationalite)${rest}`,
    "g",
  ),
  /\b(?:celibataire|marie(?:e|\(e\))?|pacse(?:e|\(e\))?|divorce(?:e|\(e\))?|separe(?:e|\(e\))|veuve|veuf|concubinage|vie maritale|en couple)\b(?:,? ?(?:avec )?(?:\d|un|une|deux|trois|quatre|sans) enfants?(?: a charge)?)?/g,
  /(?<!\b(?:de|des|les|d'|garde|avec|pour) )\b(?:(?:sans|\d) enfants?(?: a charge)?|enfants? a charge|(?:un|une|deux|trois|quatre|cinq) enfants?(?: a charge)?)(?=\s*(?:$|[,;|•()-]| {2}|\())(?: ?\([^)]*\))?/g,
  new RegExp(`\\b(?:mere|pere|maman|papa) (?:de |d')${rest}`, "g"),
  /\bparent isole\w*|\benceinte de \w+|\b(?:avec |suivi |suivre )?(?:mon (?:mari|conjoint|compagnon|epoux)|ma (?:compagne|femme|epouse))\b/g,
  /\b(?:non[- ]fumeu(?:r|se)|bonne presentation|en bonne sante|bonne condition physique|\d[,.m]\d{2} ?m?\b(?= ?[/,-]? ?\d{2} ?kg)|\d{2,3} ?kg\b(?=\s*$))/g,
  /\b(?:diabetique|epileptique|asthmatique|depression|burn[- ]?out|cancer|seropositi\w+|malentendante?|malvoyante?|sourde?s? et muet\w*)\b/g,
];

/** A length of work, in the rows of experience: there it is left. */
const bareAge = new RegExp(
  `(?<![\\d/.-])(?<!(?:pendant|depuis|durant|de|a|et|entre|-) )\\b(?:1[6-9]|[2-6]\\d) ?${years}(?! ?(?:d'|de |dans |en |chez |comme |au |a |plus|minimum))(?=\\s*(?:$|[,;|•·()./-]|  |celib|mari|permis|nation))`,
  "g",
);
