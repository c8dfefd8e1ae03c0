import { type FoundOccupation, findOccupations } from "#shared/referentials/find-occupation.ts";
import { cvWords } from "./cv-words.ts";
import { beforePlace, namesPlace } from "./establishment-words.ts";
import { findKnownTitle } from "./known-titles.ts";
import { remembered } from "./title-memory.ts";
import { supportOf } from "./title-support.ts";

/** What a few words say of a trade: the occupation, those it may be instead, and the words themselves. */
export type ReadTitle = {
  readonly occupation: FoundOccupation;
  readonly others: readonly FoundOccupation[];
  readonly words: string;
  readonly confidence: number;
};

/** More words than this are a sentence, not a title. */
const titleLength = 7;
/** Below, the title reader guesses. */
const plausible = 0.55;

/** The best title of a line, cut where people cut it: dashes, commas, bars, brackets. Null when it names no trade. */
export const readTitle = (line: string): ReadTitle | null => {
  const titles = segmentsOf(line).map(titleOf);
  return titles.reduce<ReadTitle | null>(
    (best, title) => (title !== null && title.confidence > (best?.confidence ?? 0) + 0.05 ? title : best),
    null,
  );
};

/** Every title of a line that names several ("Serveuse, barmaid"). */
export const readTitles = (line: string): ReadTitle[] => segmentsOf(line).flatMap((segment) => titleOf(segment) ?? []);

const segmentsOf = (line: string): string[] => {
  const parts = line.split(
    /\s+[-–—|•·>→]+\s*|[-–—|•·>→]+\s+|\s*[,;:()•|·@"«»]\s*|\s+ou\s+|\s\/\s|\/(?=\s?\p{L}{4})| {2,}|\t|^[^\p{L}\p{N}]+/u,
  );
  return parts
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part))
    .slice(0, mostSegments);
};

/** A longer enumeration names no trade. */
const mostSegments = 12;

const asides =
  /\b(?:h\/f|f\/h|en (?:cdi|cdd|interim|intérim|alternance|apprentissage|contrat|mission)|cdi|cdd|int[ée]rim(?:aire)?|saisonni(?:er|ère)|temps (?:partiel|plein|complet)|mi-temps|remplacements?|missions?|dipl[oô]mée?|exp[ée]riment[ée]e?|confirm[ée]e?|d[ée]butante?|stage|stagiaire|apprentie?|alternante?|contrat|poste|emploi|r[ée]f[ée]rence|je (?:suis|recherche|cherche|souhaite|voudrais|veux)|recherche|candidature|job|travail|m[ée]tier)\b/giu;
const lead = /^(?:\s|(?:de|du|en tant que|comme|un|une|le|la)\s+|(?:d|l|en tant qu)[’']\s*)+/iu;

const trailing = /(?:\s+(?:à|a|de|du|en|et|ou|au|chez|pour|dans|la|le))+\s*$/i;

const titleOf = (segment: string): ReadTitle | null => {
  const bare = withoutDates(segment).replace(asides, " ").replace(/\s+/g, " ").replace(lead, "").trim();
  if (bare === "" || namesPlace(bare)) return null;
  const words = beforePlace(bare).replace(trailing, "").trim();
  const count = cvWords(words).length;
  if (count === 0) return null;
  const known = findKnownTitle(words);
  const whole = count <= titleLength ? supported(read(words)) : null;
  if (whole !== null && whole.confidence >= 0.98) return whole;
  const partial = known === null ? null : partOf(words, { ...known, count });
  const best = [whole, partial].reduce((one, other) =>
    (other?.confidence ?? 0) > (one?.confidence ?? 0) ? other : one,
  );
  return best !== null && best.confidence >= plausible ? best : null;
};

/** A known name inside more words: the surer the more of them it is, and when it comes first. */
const partOf = (
  words: string,
  {
    start,
    end,
    words: named,
    count,
    first,
  }: { start: number; end: number; words: number; count: number; first: boolean },
): ReadTitle | null => {
  const name = words.slice(start, end);
  const found = read(name);
  const cue = /(?:comme|en tant qu|poste d|emploi d|m[ée]tier d)\S*\s*(?:une?\s)?$/i.test(words.slice(0, start));
  const share = named / count;
  const sure = first ? 0.72 + 0.25 * share : cue ? 0.85 : 0.5 + 0.35 * share;
  return found === null || found.confidence < 0.5 ? null : { ...found, confidence: sure };
};

/** Less sure when words of the title are in no name of the trade; nothing when none is. */
const supported = (title: ReadTitle | null): ReadTitle | null => {
  if (title === null) return null;
  const support = supportOf(title.words, title.occupation.code);
  return support < leastSupport ? null : { ...title, confidence: title.confidence * (0.75 + 0.25 * support) };
};

const leastSupport = 0.34;

const read = (words: string): ReadTitle | null => remembered(words, () => readAnew(words));

const readAnew = (words: string): ReadTitle | null => {
  const found = findOccupations(words.replace(coach, "$1 autocar"), { limit: 3 });
  const [occupation, ...others] = found;
  return occupation === undefined ? null : { occupation, others, words, confidence: occupation.confidence };
};

/** « car » alone is a word that says nothing. */
const coach = /\b(de|d[’']|en) cars?\b/i;

const withoutDates = (segment: string): string =>
  segment
    .replace(/\b\d+(?:[./-]\d+)*\b(?! ?(?:h|x|%))/g, " ")
    .replace(/\b(?:ans?|mois|semaines?|depuis|ann[ée]es?)\b/gi, " ");
