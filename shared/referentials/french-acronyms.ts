import { analyse, stem } from "./french.ts";

/**
 * The stems with, after each acronym of the field, the stems of what it stands for. For titles, occupations and
 * queries; not for prose, where « as » may be a verb.
 */
export const expandAcronyms = (stems: readonly string[]): string[] =>
  stems.flatMap((stem) => [stem, ...(acronymMeaning(stem) ?? [])]);

/** What an acronym stands for, as stems; undefined for an ordinary word. */
export const acronymMeaning = (stem: string): readonly string[] | undefined => meanings.get(stem);

const meanings: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    adv: "administration des ventes",
    adva: "auxiliaire de vie",
    aed: "assistant d’éducation",
    aes: "accompagnant éducatif et social",
    aesh: "accompagnant des élèves en situation de handicap",
    amp: "aide médico-psychologique",
    ap: "auxiliaire de puériculture",
    as: "aide-soignant",
    ash: "agent de service hospitalier",
    ass: "assistant de service social",
    asv: "auxiliaire vétérinaire",
    atsem: "agent territorial spécialisé des écoles maternelles",
    avs: "auxiliaire de vie sociale",
    btp: "bâtiment travaux publics",
    cae: "contrat aidé",
    cesf: "conseiller en économie sociale et familiale",
    cip: "conseiller en insertion professionnelle",
    cnc: "commande numérique",
    cpe: "conseiller principal d’éducation",
    cui: "contrat aidé",
    cvc: "chauffage ventilation climatisation",
    daf: "directeur administratif et financier",
    deaes: "accompagnant éducatif et social",
    deavs: "auxiliaire de vie sociale",
    drh: "directeur des ressources humaines",
    ehpad: "maison de retraite",
    eje: "éducateur de jeunes enfants",
    es: "éducateur spécialisé",
    fle: "français langue étrangère",
    hse: "hygiène sécurité environnement",
    iade: "infirmier anesthésiste",
    ibode: "infirmier de bloc opératoire",
    ide: "infirmier",
    idel: "infirmier libéral",
    mcf: "maître de conférences",
    mk: "masseur-kinésithérapeute",
    mns: "maître-nageur sauveteur",
    pec: "contrat aidé",
    pl: "poids lourd",
    qhse: "qualité hygiène sécurité environnement",
    qse: "qualité sécurité environnement",
    rh: "ressources humaines",
    rrh: "responsable des ressources humaines",
    sav: "service après-vente",
    spl: "super poids lourd",
    ssiap: "agent de sécurité incendie",
    tisf: "technicien de l’intervention sociale et familiale",
    tp: "travaux publics",
    vl: "véhicule léger",
    vrd: "voirie réseaux divers",
    vrp: "représentant commercial",
  }).map(([acronym, meaning]) => [stem(acronym), analyse(meaning)]),
);
