/**
 * The folded words of a title without what an advertisement adds to it: the contract, the hours, how pressing it is.
 * All of them when nothing else is left. Official names are never cut: « conseiller emploi » is a trade.
 */
export const withoutNoise = (folded: readonly string[]): readonly string[] => {
  const cut = added.reduce((text, pattern) => text.replace(pattern, " "), ` ${folded.join(" ")} `).trim();
  return cut === "" ? folded : cut.split(/ +/);
};

/** Each eats the space before it and leaves the one after, so that neighbours are seen too. */
const added: readonly RegExp[] = [
  /^ (?:urgent |nous |on |je )?(?:recherche|recherchons|cherche|cherchons|recrute|recrutons)(?: une?| des)?(?= )/,
  /^ offre(?: emploi)?(?: de)?(?= )/,
  /^ (?:poste|emploi|job|contrat) de(?= )/,
  /^ (?:apprentie?|alternante?|stagiaire)(?= )/,
  /(?: en| contrat)? (?:cdi|cdd|cddi|cdii|interim|alternance|apprentissage)(?= )/g,
  / en (?:extra|saison|mission|stage|remplacement|renfort)(?= )/g,
  /(?: a)? (?:temps (?:plein|partiel|complet)|mi temps|plein temps)(?= )/g,
  / (?:debutante?s?|experimentee?s?|confirmee?s?|interimaires?|junior)(?: acceptee?s?)?(?= )/g,
  / (?:urgent|senior)(?= $)/,
  /(?: de| a)? \d+ ?(?:h|heures?|km|euros?)?(?= )/g,
];
