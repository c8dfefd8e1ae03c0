import type { Meilisearch, MultiSearchQuery, MultiSearchResult } from "meilisearch";
import type { SearchAnswer } from "#server/platform/search/port.ts";
import { closest } from "#server/platform/search/spelling.ts";
import { learnWords, type Vocabulary } from "#server/platform/search/vocabulary.ts";
import { fold, stem, words } from "#shared/referentials/french.ts";
import { acronymMeaning } from "#shared/referentials/french-acronyms.ts";
import { isStopWord } from "#shared/referentials/french-stop-words.ts";
import { isWellSpelt } from "#shared/referentials/well-spelt.ts";
import { readAnswer } from "./read-answer.ts";
import { type Asked, countRequest, requestsOf, type Words } from "./requests.ts";

/** Meilisearch itself looks at no more. */
const mostWords = 10;
const mostLetters = 500;

/**
 * Meilisearch forgives typos everywhere or nowhere; we want it only for words that no document has, so that
 * « menuisier » does not find « menuiserie ». A quoted word is matched exactly: every word is quoted first, and only
 * those that are found nowhere are sent bare.
 */
export const searchMeilisearch = async (client: Meilisearch, asked: Asked): Promise<SearchAnswer> => {
  const wanted = wantedWords(asked.query.text);
  const exact = await ask(client, asked, { q: quoted(wanted), matchingStrategy: "all" }, wanted);
  const unknown = wanted.filter(
    ({ word }, place) => !asked.query.exact && exact.presence[place] === 0 && !isWellSpelt(word),
  );
  if (unknown.length === 0) return exact.found > 0 || wanted.length < 2 ? exact.answer : relaxed(client, asked, wanted);

  const known = wanted.filter((word) => !unknown.includes(word));
  const bare = unknown.map(({ stems }) => stems.join(" ")).join(" ");
  const guessed = await ask(client, asked, { q: `${quoted(known)} ${bare}`.trim(), matchingStrategy: "all" }, []);
  if (guessed.found === 0 && wanted.length > 1) return relaxed(client, asked, wanted);
  return { ...guessed.answer, corrected: correctedText({ text: asked.query.text, unknown, hits: guessed.hits }) };
};

type Wanted = { readonly word: string; readonly stems: readonly string[] };

/** An acronym is asked by what it means: the index has that beside every acronym of a title. */
const wantedWords = (text: string): readonly Wanted[] => {
  const byStem = new Map<string, Wanted>();
  for (const word of words(text.slice(0, mostLetters))) {
    if (isStopWord(word) || byStem.size === mostWords) continue;
    byStem.set(stem(word), { word, stems: acronymMeaning(stem(word)) ?? [stem(word)] });
  }
  return [...byStem.values()];
};

const quoted = (wanted: readonly Wanted[]): string =>
  wanted.flatMap(({ stems }) => stems.map((each) => `"${each}"`)).join(" ");

type Found = {
  readonly answer: SearchAnswer;
  readonly hits: readonly Record<string, unknown>[];
  /** Documents that have the words, whatever the other conditions. */
  readonly found: number;
  readonly presence: readonly number[];
};

const ask = async (client: Meilisearch, asked: Asked, sent: Words, each: readonly Wanted[]): Promise<Found> => {
  const requests = requestsOf(asked, sent);
  const answering = [requests.page, ...requests.facets.values(), ...requests.thresholds.map(({ request }) => request)];
  const counting = [sent.q, ...each.map((one) => quoted([one]))].map((q) =>
    countRequest({ indexUid: asked.uid, q, matchingStrategy: "all" }, ["live = true"]),
  );
  const results = await multiSearch(client, [...answering, ...counting]);
  const [found = 0, ...presence] = results.slice(answering.length).map(({ totalHits }) => totalHits ?? 0);
  const answer = { ...readAnswer(asked, requests, results), corrected: null, relaxed: false };
  return { answer, hits: results[0]?.hits ?? [], found, presence };
};

const multiSearch = async (
  client: Meilisearch,
  queries: MultiSearchQuery[],
): Promise<readonly MultiSearchResult<Record<string, unknown>>[]> =>
  (await client.multiSearch<{ queries: MultiSearchQuery[] }, Record<string, unknown>>({ queries })).results;

// « frequency » gives up the most common words first: what is left says the most.
const relaxed = async (client: Meilisearch, asked: Asked, wanted: readonly Wanted[]): Promise<SearchAnswer> => {
  const q = wanted.flatMap(({ stems }) => stems).join(" ");
  const { answer } = await ask(client, asked, { q, matchingStrategy: "frequency" }, []);
  return { ...answer, relaxed: true };
};

type Guess = { text: string; unknown: readonly Wanted[]; hits: readonly Record<string, unknown>[] };

/** Meilisearch does not say what it understood: the closest word in the titles that it found does. */
const correctedText = ({ text, unknown, hits }: Guess): string | null => {
  const vocabulary: Vocabulary = new Map();
  for (const hit of hits) {
    for (const [name, value] of Object.entries(hit)) {
      if (name.startsWith("written_") && typeof value === "string") learnWords(vocabulary, value);
    }
  }
  const corrections = new Map(
    unknown.flatMap(({ word }) => {
      const known = closest({ word, vocabulary, frequency: () => 1 });
      return known === null ? [] : [[word, known.readable] as const];
    }),
  );
  if (corrections.size === 0) return null;
  return text.normalize("NFC").replace(/[\p{L}\p{N}]+/gu, (written) => corrections.get(fold(written)) ?? written);
};
