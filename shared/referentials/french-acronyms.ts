import { analyse } from "./french.ts";

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
    aes: "accompagnant éducatif et social",
    aesh: "accompagnant des élèves en situation de handicap",
    amp: "aide médico-psychologique",
    ap: "auxiliaire de puériculture",
    as: "aide-soignant",
    ash: "agent de service hospitalier",
    ass: "assistant de service social",
    atsem: "agent territorial spécialisé des écoles maternelles",
    avs: "auxiliaire de vie sociale",
    btp: "bâtiment travaux publics",
    cesf: "conseiller en économie sociale et familiale",
    cip: "conseiller en insertion professionnelle",
    deavs: "auxiliaire de vie sociale",
    ehpad: "maison de retraite",
    eje: "éducateur de jeunes enfants",
    es: "éducateur spécialisé",
    iade: "infirmier anesthésiste",
    ibode: "infirmier de bloc opératoire",
    ide: "infirmier",
    idel: "infirmier libéral",
    mk: "masseur-kinésithérapeute",
    pl: "poids lourd",
    rh: "ressources humaines",
    spl: "super poids lourd",
    tp: "travaux publics",
    tisf: "technicien de l’intervention sociale et familiale",
    vl: "véhicule léger",
    vrp: "représentant commercial",
  }).map(([acronym, meaning]) => [acronym, analyse(meaning)]),
);
