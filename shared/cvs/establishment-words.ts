import { fold } from "#shared/referentials/french.ts";

/** Words that begin the name of a place of work or of study: what follows names no trade. */
const places =
  "sarl|sas|sasu|sa|eurl|ets|etablissements?|chez|ehpad|lycee|lp|college|ecole|ecoles|restaurant|resto|hotel|hotels|boulangerie|boulangeries|boucherie|charcuterie|patisserie|mairie|clinique|centre|centres|chu|chr|ch|hopital|association|asso|garage|garages|pharmacie|supermarche|hypermarche|carrefour|leclerc|intermarche|auchan|lidl|aldi|casino|super|maison|residence|creche|micro-creche|camping|entreprise|societe|scierie|ferme|gaec|earl|scea|exploitation|domaine|chateau|transports?|menuiserie|maconnerie|plomberie|electricite|agence|cabinet|laboratoire|laboratoires|usine|cfa|greta|afpa|iut|universite|institut|ifas|ifsi|irts|mfr|lep|legta|salon|auto-ecole|brasserie|cafe|bar|pizzeria|creperie|pressing|cantine|commune|communaute|conseil|departement|sncf|poste|la poste|groupe|magasin|abattoirs?|atelier|ateliers|foyer|esat|ime|mas|ssiad|admr|adapa|ccas|interim|manpower|adecco|randstad|synergie|proman|crit|start people|cooperative|coop|laiterie|fromagerie|conserverie|couverture|charpente|peinture|carrosserie|jardinerie|pepinieres?|haras|elevage|cuisine centrale|auberge|ferme-auberge|bistrot|relais|village|gite|office|musee|theatre|media|mediatheque|bibliotheque|armee|caserne|sdis|gendarmerie|prefecture|tribunal|etude|notaire|banque|credit|caisse|mutuelle|assurances|centre hospitalier|maison de retraite|bricomarche|gamm vert|decathlon|mcdonald\\S*|mc do|quick|kfc|amazon|chronopost|dhl|geodis|xpo|bigard|charal|blanchisserie|boutique|librairie|opticien|chambre|fédération|federation|paysagiste sarl|particuliers?|cdd|cdi";

const begins = new RegExp(
  `^(?:(?:a|au|aux|la|le|les|l'|de|du|des|d'|en|pour|dans|un|une) ?)*(?:${fold(places)})(?![\\p{L}\\p{N}-])`,
  "u",
);
const within = new RegExp(
  ` (?:chez|pour|dans|au sein|(?:au|aux|a la|a l'|a)(?= (?:le |la |l'|un |une )?(?:${fold(places)})\\b)) ?`,
  "u",
);
/** In capitals without punctuation: "AGENT DE SERVICE MAIRIE DE TULLE". */
const bare =
  /(?<!\b(?:de|du|des|d'|en|la|le|l'|un|une|petite|grande|a|au)) (?=(?:usine|mairie|commune|communaute|sarl|sas|eurl|ehpad|restaurant|lycee|college|clinique|societe|entreprise|ets|gaec|earl|esat)\b)/;

/** Whether a few words name where one worked rather than what one did. */
export const namesPlace = (words: string): boolean => begins.test(fold(words).trim());

/** The words before those that say where: "Serveuse" of "Serveuse au restaurant du Lac". */
export const beforePlace = (words: string): string => {
  const folded = fold(words);
  const cuts = [folded.search(within), folded.search(bare)].filter((at) => at > 0);
  return cuts.length === 0 ? words : words.slice(0, Math.min(...cuts));
};
