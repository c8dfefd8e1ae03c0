/**
 * Words that say nothing of a job. Folded. Missing on purpose: « as », a trade (aide-soignant); « hors », « sans » and
 * « sous », that change what follows them (« sous-chef », « sans permis »). Those that are also a trade's noun (« car »)
 * are told from it before: french-homographs.ts.
 */
export const isStopWord = (word: string): boolean => stopWords.has(word);

const stopWords: ReadonlySet<string> = new Set(
  `a afin ai ainsi alors apres au aupres aucun aucune aussi autre autres aux avant avec avez avoir avons ayant
  car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment dans de des dont donc du durant
  elle elles en entre es est et etaient etait etant etc ete etes etre eu eux
  faire fait fut grace ici il ils je jusque la le les leur leurs lors lorsque lui
  ma mais me meme memes mes moi moins mon ne ni nos notre nous on ont ou
  par parmi pas pendant peu peut peuvent plus pour pourra puis quand quelque quelques que quel quelle quelles quels qui quoi
  sa se selon seulement sera serez seront ses si soit sommes son sont suis sur
  ta tel telle tels tes toi ton tous tout toute toutes tres tu un une uniquement vers voici vos votre vous y`.split(
    /\s+/,
  ),
);
