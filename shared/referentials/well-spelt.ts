import { derivedFrom } from "./derived-from.ts";
import { stem, words } from "./french.ts";
import { occupations } from "./occupations.ts";
import { skills } from "./skills.ts";

/**
 * Whether a folded word is written as it should be, though nothing may be found by it: « coiffeuse » is no slip for
 * « coffreuse » on a day without a hairdresser's offer. The usual misspellings among the everyday names are left out.
 */
export const isWellSpelt = (word: string): boolean => wellSpelt().has(stem(word));

/** The stems of every title and every skill, which nobody misspelt, and of what is said of any job. */
const wellSpelt = derivedFrom(
  () => occupations,
  (list): ReadonlySet<string> =>
    new Set(
      [
        ...list.map(({ masculine, feminine }) => `${masculine} ${feminine}`),
        ...skills.map(({ label }) => label),
        saidOfAnyJob,
      ]
        .flatMap(words)
        .map(stem),
    ),
);

const saidOfAnyJob = `
  sans hors sauf sous bien matin midi après-midi soir soirée nuit jour journée semaine week-end weekend samedi dimanche
  mois année été hiver, sans nuit, sans soir, sans week-end, sans samedi, sans dimanche, côté près loin maison
  temps partiel plein complet mi-temps CDI CDD intérim saison saisonnier stage stagiaire alternance alternant
  apprentissage apprenti mission extra contrat contrat pro contrat aidé horaire heures travail travailler emploi poste
  job métier salaire paie payé primes permis, permis CE, permis DE, voiture véhicule vélo bus train logé nourri débutant
  accepté expérience diplôme formation bac brevet étudiant jeune senior urgent télétravail distance domicile extérieur
  dehors intérieur bureau usine ferme pompes funèbres`;
