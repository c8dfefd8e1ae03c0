import { indexDay } from "#shared/alerts/day-index.ts";
import { fitsSearch } from "#shared/alerts/fits-search.ts";
import { dayMatcher } from "#shared/alerts/match-alerts.ts";
import { searchBook } from "#shared/alerts/search-book.ts";
import { packSearch } from "#shared/alerts/search-form.ts";
import { randomOffers } from "#test/alerts/random-day.ts";
import { type Corpus, savedForms, savedSearches } from "./alerts-corpus.ts";
import { searchPeer } from "./alerts-peer.ts";

// One measure of alerts.bench.ts, in a process of its own: the memory it says is its own.
const [what = "", searches = "0", offers = "0", asked = "any"] = process.argv.slice(2);
const corpus: Corpus = asked === "plain" ? "plain" : "any";

const timed = <Result>(run: () => Result): { result: Result; ms: number; cpuMs: number } => {
  const before = process.cpuUsage();
  const started = performance.now();
  const result = run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { result, ms, cpuMs: (user + system) / 1000 };
};

const rss = (): number => Math.round(process.memoryUsage().rss / 1e6);

/** A morning: the index is built, and every search asked, once. */
const engine = (count: number, size: number) => {
  const day = randomOffers(size, 1);
  const forms = savedForms(count, corpus);
  const { result: match, ms: index, cpuMs: indexCpu } = timed(() => dayMatcher(indexDay(day)));
  const { result: pairs, ms, cpuMs } = timed(() => forms.reduce((sum, form) => sum + match(form).count, 0));
  return { index, match: ms, cpu: indexCpu + cpuMs, pairs, rss: rss() };
};

/** The same answers by two other ways, from some of the searches. */
const peers = (sample: number, size: number) => {
  const day = randomOffers(size, 1);
  const some = savedSearches(sample, corpus);
  const match = dayMatcher(indexDay(day));
  const ours = some.reduce((sum, search) => sum + match(packSearch(search)).count, 0);
  const brute = timed(() =>
    some.reduce((sum, search) => sum + day.filter((offer) => fitsSearch(search, offer)).length, 0),
  );
  const peer = searchPeer(day);
  const mini = timed(() => some.reduce((sum, search) => sum + peer(search), 0));
  for (const found of [brute.result, mini.result])
    if (found !== ours) throw new Error(`the engine found ${ours} pairs, another way ${found}`);
  return { brute: brute.ms / sample, mini: mini.ms / sample };
};

/** Offers one by one against searches kept in memory. */
const instant = (count: number, size: number) => {
  const forms = savedForms(count, corpus);
  const { result: book, ms: build } = timed(() => {
    const made = searchBook();
    forms.forEach((form, at) => {
      made.put(String(at), form);
    });
    return made;
  });
  const day = randomOffers(size, 1);
  const match = dayMatcher(indexDay(day));
  const expected = forms.reduce((sum, form) => sum + match(form).count, 0);
  const times: number[] = [];
  let found = 0;
  const all = timed(() => {
    for (const offer of day) {
      const one = timed(() => book.askingFor(offer).length);
      found += one.result;
      times.push(one.ms);
    }
  });
  if (found !== expected) throw new Error(`the book found ${found} pairs, the day's index ${expected}`);
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { build, mean: all.ms / size, cpu: all.cpuMs / size, p95: at(0.95), p50: at(0.5), pairs: found, rss: rss() };
};

const measures: Readonly<Record<string, (count: number, size: number) => object>> = { engine, peers, instant };
process.stdout.write(JSON.stringify(measures[what]?.(Number(searches), Number(offers)) ?? {}));
