import { fold } from "#shared/referentials/french.ts";
import { beginsTitle } from "./known-titles.ts";
import { readTitle } from "./read-cv-title.ts";

/** Whether a row at the top of a CV is a person's name: "Luc BOULANGER" seeks no bakery. */
export const looksLikeName = (text: string, at: number): boolean => {
  const words = text.trim().split(/\s+/);
  if (words.length > 4 || !words.every((word) => /^[\p{L}'’.-]+$/u.test(word))) return false;
  const folded = words.map((word) => fold(word));
  if (folded.some((word) => civilities.has(word))) return true;
  if (words.length > 1 && folded.some((word) => given().has(word))) return true;
  if (at > 1 || words.length < 2 || beginsTitle(words[0] ?? "") || !words.every((word) => named.test(word)))
    return false;
  return (readTitle(text)?.confidence ?? 0) < 0.9;
};

/** A capital first, or a particle. */
const named = /^\p{Lu}|^(?:de|du|des|d[’'].*|le|la|el|al|ben|van|von)$/u;

const civilities: ReadonlySet<string> = new Set(["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle"]);

const names =
  "adam adrien agathe agnes ahmed aicha aissata alain albert alex alexandra alexandre alexis alice aline alison amandine amelie amina ana anais andre andrea anita anna anne annick annie anthony antoine ariane arnaud arthur audrey aurelie aurelien aurore axel axelle baptiste beatrice benjamin benoit bernadette bernard bertrand brigitte bruno camille carine carla carole caroline catherine cecile cedric celia celine chantal charlene charles charlotte chloe christelle christian christiane christine christophe claire clara claude claudine clement cloe colette coralie corentin corinne cyril cyrille damien daniel daniele david deborah delphine denis denise didier dimitri dominique dylan edith edouard elena elisa elisabeth elise elodie eloise emeline emilie emma emmanuel emmanuelle enzo eric erwan esther estelle ethan etienne eva evelyne fabien fabienne fabrice fanny fatima fatou fatoumata florence florent florian francis francine franck francois francoise frederic frederique gabriel gaelle gael gaetan genevieve geoffrey georges gerald geraldine gerard ghislaine gilbert gilles gisele gregory guillaume guy gwenaelle hamza helene henri herve hugo ibrahim ines ingrid irene isabelle ismael jack jacqueline jacques jamila jason jean jeanne jennifer jeremy jerome jessica joel joelle johan johanna jonathan jordan jose joseph josette josiane juan jules julia julie julien juliette justine karim karine katia kelly kevin khadija laetitia lara laura laure laurence laurent lea leila leo leon leila liliane lina lionel lisa loic lola lorenzo louis louise luc lucas lucie lucien ludivine ludovic lydia lydie madeleine maeva magali malika manon manuel marc marcel margaux margot maria marie marie-claude marine marion marjorie martin martine maryse mathieu mathilde mathis matthieu maud maurice maxime mehdi melanie melissa mercedes michel michele michelle mickael mireille mohamed mohammed monique morgane moussa mustapha myriam nabil nadege nadia nadine natacha nathalie nathan nelly nicolas nicole noemie nora oceane odile olga olivier oumar pascal pascale patrice patricia patrick paul paula pauline pedro philippe pierre pierrick priscilla quentin rachel rachid raphael raymond regine regis remi remy renaud rene renee richard robert robin rodrigue roger roland romain romane rose roxane sabine sabrina said salima samia samira samuel sandra sandrine sandy sara sarah sebastien serge severine simon simone sofia sonia sophie stephane stephanie steven suzanne sylvain sylvie tania tatiana teddy theo theophile thierry thomas tiffany timothee tom tony ulysse valentin valentine valerie vanessa veronique vincent viktor virginie vivien wilfried william willy xavier yacine yann yannick yasmine yassine yohan yolande youssef yves yvette yvon yvonne zoe";

let folded: ReadonlySet<string> | null = null;

const given = (): ReadonlySet<string> => {
  folded ??= new Set(names.split(" "));
  return folded;
};
