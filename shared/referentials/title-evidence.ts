import { words } from "./french.ts";
import { titleFeatures } from "./title-features.ts";
import { fieldOf, scaled } from "./title-field.ts";
import { lookAlikes } from "./title-look-alike.ts";
import { nameComparer } from "./title-names.ts";
import { withoutNoise } from "./title-noise.ts";
import { domainReader, type ReadSource, readSources } from "./title-reading.ts";
import type { TitleSource } from "./title-source.ts";
import { countWords, spellingOf } from "./title-spelling.ts";

/** What speaks for each occupation, each 0 to 1; how they are weighed is in title-weights.ts. */
export const evidenceNames = [
  "lookAlike",
  "near",
  "nearest",
  "several",
  "names",
  "namePairs",
  "nameTails",
  "nameHeads",
  "labelHead",
  "text",
  "textPairs",
  "textRoots",
  "domain",
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

/** Each array follows the list of occupations. */
export type Evidence = Readonly<Record<EvidenceName, Float32Array>>;
export type ReadEvidence = (title: string) => Evidence;

/** Reads titles against a list of occupations; yields between steps of building, each well under a second. */
export function* buildEvidence(sources: readonly TitleSource[]): Generator<void, ReadEvidence> {
  const read = yield* readSources(sources);
  const stems = (part: (one: ReadSource) => readonly string[], lengthWeight = 0.75) =>
    fieldOf(read.map(part), { lengthWeight });
  yield;
  const names = stems((one) => one.named.flatMap((name) => name.stems));
  const namePairs = stems((one) => one.named.flatMap((name) => name.pairs));
  const nameTails = stems((one) => one.named.flatMap((name) => name.tail));
  const nameHeads = stems((one) => one.named.flatMap((name) => name.head), 0.3);
  const labelHead = stems((one) => one.label.head);
  const domain = domainReader(sources, read);
  yield;
  const text = stems((one) => [...one.named.flatMap((name) => name.stems), ...one.texts.flatMap((each) => each.stems)]);
  yield;
  const textPairs = stems((one) => one.texts.flatMap((each) => each.pairs));
  yield;
  const textRoots = stems((one) => [...one.named, ...one.texts].flatMap((each) => each.roots));
  yield;
  const compare = nameComparer(
    read.flatMap(({ named }, owner) => named.map((features) => ({ owner, features }))),
    sources.length,
  );
  yield;
  const lookAlike = lookAlikes(
    read.flatMap(({ spelled }, owner) => spelled.map((each) => ({ owner, spelled: each }))),
    sources.length,
  );
  const spell = spellingOf(countWords(sources), new Set(read.flatMap(stemsOf)));
  return (title) => {
    const said = withoutNoise(words(title));
    const asked = titleFeatures(spell(said));
    const { nearest, several } = compare(asked);
    return {
      lookAlike: lookAlike(said.join("")),
      near: nearest,
      nearest: nearest.map((near) => near ** 4),
      several: scaled(several),
      names: names(asked.stems),
      namePairs: namePairs(asked.pairs),
      nameTails: nameTails(asked.tail),
      nameHeads: nameHeads(asked.head),
      labelHead: labelHead(asked.head),
      text: text(asked.stems),
      textPairs: textPairs(asked.pairs),
      textRoots: textRoots(asked.roots),
      domain: domain(asked.stems),
    };
  };
}

const stemsOf = ({ named, texts }: ReadSource): string[] => [...named, ...texts].flatMap(({ stems }) => stems);
