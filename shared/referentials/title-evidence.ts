import { words } from "./french.ts";
import { coverOf } from "./title-cover.ts";
import { type TitleFeatures, titleFeatures } from "./title-features.ts";
import { fieldOf, scaled } from "./title-field.ts";
import { headsOf } from "./title-heads.ts";
import { kinOf } from "./title-kin.ts";
import { lookAlikes } from "./title-look-alike.ts";
import { nameComparer } from "./title-names.ts";
import { withoutNoise } from "./title-noise.ts";
import { pieceFieldOf } from "./title-pieces.ts";
import { type Priors, priorsOf } from "./title-priors.ts";
import { domainOf, groupReader, parentOf, type ReadSource, readSources } from "./title-reading.ts";
import type { TitleSource } from "./title-source.ts";
import { countWords, spellingOf } from "./title-spelling.ts";

/** What speaks for each occupation, each 0 to 1 but for the last four (title-priors.ts); how they are weighed is in title-weights.ts. */
export const evidenceNames = [
  "lookAlike",
  "near",
  "nearest",
  "several",
  "names",
  "namePairs",
  "nameTails",
  "nameHeads",
  "namePieces",
  "nameCover",
  "label",
  "labelHead",
  "labelTail",
  "labelPieces",
  "headAny",
  "headShare",
  "headOwner",
  "text",
  "textHead",
  "textTail",
  "textPairs",
  "textRoots",
  "textPieces",
  "textCover",
  "parent",
  "domain",
  "domainText",
  "kin",
  "nameCount",
  "textCount",
  "isCase",
  "cases",
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

/** Each array follows the list of occupations. */
export type Evidence = Readonly<Record<EvidenceName, Float32Array>>;
export type ReadEvidence = (title: string) => Evidence;

/** Reads titles against a list of occupations; yields between steps of building, each well under a second. */
export function* buildEvidence(sources: readonly TitleSource[]): Generator<void, ReadEvidence> {
  const read = yield* readSources(sources);
  const fromNames = yield* readNames(sources, read);
  const fromTexts = yield* readTexts(sources, read);
  const lookAlike = lookAlikes(
    read.flatMap(({ spelled }, owner) => spelled.map((each) => ({ owner, spelled: each }))),
    sources.length,
  );
  yield;
  const priors = priorsOf(sources, read);
  const spell = spellingOf(countWords(sources), new Set(read.flatMap(stemsOf)));
  return (title) => {
    const said = withoutNoise(words(title));
    const asked = titleFeatures(spell(said));
    return { lookAlike: lookAlike(said.join("")), ...fromNames(asked), ...fromTexts(asked), ...priors };
  };
}

type FromNames = Omit<Evidence, "lookAlike" | keyof FromTexts | keyof Priors>;
type FromTexts = Pick<
  Evidence,
  | "text"
  | "textHead"
  | "textTail"
  | "textPairs"
  | "textRoots"
  | "textPieces"
  | "nameCover"
  | "textCover"
  | "domainText"
  | "kin"
>;

/** What the names of the occupations say. */
function* readNames(
  sources: readonly TitleSource[],
  read: readonly ReadSource[],
): Generator<void, (asked: TitleFeatures) => FromNames> {
  const stemsOfNames = read.map(nameStems);
  const ofNames = (part: (name: TitleFeatures) => readonly string[], lengthWeight = 0.75) =>
    fieldOf(
      read.map(({ named }) => named.flatMap(part)),
      { lengthWeight },
    );
  const labels = read.map(({ label }) => label.stems);
  const names = fieldOf(stemsOfNames, { lengthWeight: 0.75 });
  const namePairs = ofNames(({ pairs }) => pairs);
  const nameTails = ofNames(({ tail }) => tail);
  const nameHeads = ofNames(({ head }) => head, 0.3);
  const namePieces = pieceFieldOf(stemsOfNames, [3, 4, 5]);
  yield;
  const label = fieldOf(labels, { lengthWeight: 0.75 });
  const labelHead = fieldOf(
    read.map((one) => one.label.head),
    { lengthWeight: 0.75 },
  );
  const labelPieces = pieceFieldOf(labels, [3, 4, 5]);
  const heads = headsOf(read.map(({ named }) => named));
  const parent = groupReader(sources.map(parentOf), stemsOfNames);
  const domain = groupReader(sources.map(domainOf), stemsOfNames);
  yield;
  const compare = nameComparer(
    read.flatMap(({ named }, owner) => named.map((features) => ({ owner, features }))),
    sources.length,
  );
  yield;
  return (asked) => {
    const { nearest, several } = compare(asked);
    const head = heads(asked.head);
    return {
      near: nearest,
      nearest: toTheFourth(nearest),
      several: scaled(several),
      names: names(asked.stems),
      namePairs: namePairs(asked.pairs),
      nameTails: nameTails(asked.tail),
      nameHeads: nameHeads(asked.head),
      namePieces: namePieces(asked.pieces),
      label: label(asked.stems),
      labelHead: labelHead(asked.head),
      labelTail: label(asked.tail),
      labelPieces: labelPieces(asked.pieces),
      headAny: head.any,
      headShare: head.share,
      headOwner: head.owner,
      parent: parent(asked.stems),
      domain: domain(asked.stems),
    };
  };
}

/** Only what is very near counts. */
const toTheFourth = (values: Float32Array): Float32Array => {
  const powers = new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const square = (values[at] ?? 0) * (values[at] ?? 0);
    powers[at] = square * square;
  }
  return powers;
};

/** What their definitions, skills and knowledge say, their names being read with them. */
function* readTexts(
  sources: readonly TitleSource[],
  read: readonly ReadSource[],
): Generator<void, (asked: TitleFeatures) => FromTexts> {
  const all = read.map(stemsOf);
  const text = fieldOf(all, { lengthWeight: 0.75 });
  yield;
  const textPairs = fieldOf(
    read.map(({ texts }) => texts.flatMap(({ pairs }) => pairs)),
    { lengthWeight: 0.75 },
  );
  yield;
  const textRoots = fieldOf(
    read.map(({ named, texts }) => [...named, ...texts].flatMap(({ roots }) => roots)),
    { lengthWeight: 0.75 },
  );
  yield;
  const textPieces = pieceFieldOf(all, [4, 5]);
  yield;
  const cover = coverOf(read.map(nameStems), all);
  const domainText = groupReader(sources.map(domainOf), all);
  yield;
  const kin = kinOf(all);
  yield;
  return (asked) => {
    const said = text(asked.stems);
    const covered = cover(asked.stems);
    return {
      text: said,
      textHead: text(asked.head),
      textTail: text(asked.tail),
      textPairs: textPairs(asked.pairs),
      textRoots: textRoots(asked.roots),
      textPieces: textPieces(asked.pieces),
      nameCover: covered.names,
      textCover: covered.all,
      domainText: domainText(asked.stems),
      kin: kin(said),
    };
  };
}

const nameStems = ({ named }: ReadSource): string[] => named.flatMap(({ stems }) => stems);
const stemsOf = ({ named, texts }: ReadSource): string[] => [...named, ...texts].flatMap(({ stems }) => stems);
