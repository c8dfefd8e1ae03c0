import { fold } from "#shared/referentials/french.ts";

/**
 * Whether a line tells of studies abroad: the level is kept, the French diploma that a trade requires is not claimed,
 * as only an authority can recognise it. The place itself is used for nothing else, and not kept.
 */
export const isAbroad = (line: string): boolean => countries.test(fold(line));

const countries =
  /\b(?:maroc|algerie|tunisie|senegal|mali|cameroun|congo|cote d'ivoire|guinee|madagascar|haiti|portugal|espagne|italie|allemagne|belgique|suisse|royaume-uni|angleterre|irlande|pologne|roumanie|bulgarie|ukraine|russie|turquie|syrie|liban|afghanistan|iran|irak|egypte|chine|vietnam|bresil|colombie|kosovo|albanie|serbie|georgie|armenie|comores|kiev|kyiv|lviv|odessa|bucarest|casablanca|rabat|alger|oran|tunis|dakar|kaboul|damas|alep|lisbonne|porto|istanbul|varsovie|moscou)\b/;
