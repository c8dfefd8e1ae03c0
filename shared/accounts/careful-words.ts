/** The rule beside every box where staff write about somebody (Code du travail, L1132-1 and L1221-6). */
export const carefulRule =
  "Des faits utiles au poste. Rien sur la santé, la famille, l’origine, les opinions. La personne peut tout lire.";

/**
 * Words that a comment about a person should do without: what the law forbids to weigh, and judgements that shut
 * out. They warn, they do not forbid: "il garde des enfants" may be the job itself. Accents are folded before.
 */
const families: Readonly<Record<string, readonly string[]>> = {
  health: [
    "malad\\w+",
    "handicap\\w*",
    "rqth",
    "depress\\w+",
    "alcool\\w*",
    "ivre",
    "drogu\\w+",
    "addict\\w*",
    "toxico\\w*",
    "cancer\\w*",
    "psychiatr\\w+",
    "bipolaire\\w*",
    "obes\\w+",
    "hospitalis\\w+",
    "invalid(?:e|es|ite)",
    "arret maladie",
    "accident du travail",
  ],
  family: [
    "enceinte\\w*",
    "grossesse\\w*",
    "divorc\\w+",
    "celibataire\\w*",
    "marie(?:e|s|es)?",
    "veu(?:f|ve)s?",
    "mere isolee",
    "mere celibataire",
    "ses enfants",
    "des enfants a charge",
    "garde d enfants",
  ],
  origin: [
    "etranger(?:e|s|es)?",
    "origine\\w*",
    "nationalite\\w*",
    "immigr\\w+",
    "arabe\\w*",
    "africain\\w*",
    "maghreb\\w*",
    "noir(?:e|s|es)? de peau",
    "gitan\\w*",
    "roms?",
    "gens du voyage",
    "accent\\w*",
    "race\\w*",
    "sans papiers",
  ],
  belief: [
    "religi\\w+",
    "musulman\\w*",
    "catholique\\w*",
    "juif|juive|juifs|juives",
    "voile\\w*",
    "priere\\w*",
    "ramadan",
    "syndicat\\w*",
    "syndique\\w*",
    "cgt|cfdt",
    "politi(?:que|ques|quement)",
    "gauchiste\\w*",
  ],
  private: [
    "homosexuel\\w*",
    "lesbienne\\w*",
    "gay",
    "transgenre\\w*",
    "sexuel\\w*",
    "trop (?:vieux|vieille|jeune|ages?|agees?|gros|grosse)",
    "\\d{2} ans",
    "rsa",
    "surendett\\w+",
    "interdit bancaire",
    "casier\\w*",
    "prison\\w*",
    "moche\\w*",
    "physique ingrat",
  ],
  judgement: [
    "a eviter",
    "liste noire",
    "blacklist\\w*",
    "ne plus (?:jamais )?(?:proposer|rappeler|appeler)",
    "feignant\\w*",
    "faineant\\w*",
    "paresseu\\w+",
    "bizarre\\w*",
    "menteu\\w+",
    "cas social",
    "assiste(?:e|s|es)?",
    "voleu\\w+",
    "folle|fou",
    "incapable\\w*",
  ],
};

const watched = new RegExp(`(?<![\\w])(?:${Object.values(families).flat().join("|")})(?![\\w])`, "g");

const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’'-]/g, " ");

/** The words of a comment that should be weighed again, each once, as they were folded. */
export const carefulWords = (text: string): string[] => [...new Set(folded(text).match(watched) ?? [])];
