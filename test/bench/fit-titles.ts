import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildEvidence,
  type Evidence,
  type EvidenceName,
  evidenceNames,
  type ReadEvidence,
} from "#shared/referentials/title-evidence.ts";
import type { TitleSource } from "#shared/referentials/title-source.ts";
import { type Example, fitLogit } from "./fit-logit.ts";
import { type Asked, type Practice, practiceTitles } from "./practice-titles.ts";
import { romeTitles } from "./rome-titles.ts";

// Finds the weights of title-weights.ts and writes them there: npx tsx test/bench/fit-titles.ts
// The newest names, which judge, are in no index nor among the titles read. « check » only says how half of the
// practice titles are read with weights found on the other half.

/** What speaks louder together; each piece with itself too, so that little evidence may count for less than its share. */
const together: readonly (readonly [EvidenceName, EvidenceName])[] = [
  ["headAny", "textTail"],
  ["headOwner", "textTail"],
  ["headShare", "textTail"],
  ["headAny", "textCover"],
  ["headShare", "textCover"],
  ["headAny", "kin"],
  ["namePieces", "textCover"],
  ["namePieces", "textPieces"],
  ["nameCover", "text"],
  ["nameCover", "textPieces"],
  ...evidenceNames.map((name) => [name, name] as const),
];

const size = evidenceNames.length + together.length;

/** The right one is nearly always among so many of the likeliest at first sight. */
const looked = 80;

/** Names never seen are what is hard; of the others, enough to keep reading them. */
const worth = { rare: 1, any: 0.7, known: 0.7 } as const;

type Drawing = {
  readonly kind: Practice["kind"];
  readonly clean: readonly Example[];
  readonly damaged: readonly Example[];
};

const draw = ({ kind, sources, clean, damaged }: Practice): Drawing => {
  const read = evidenceOf(sources);
  const exampleOf = ({ title, codes }: Asked): Example => {
    const evidence = read(title);
    const options = atFirstSight(evidence, sources.length);
    return {
      options: options.map((owner) => expanded(evidence, owner)),
      right: options.map((owner) => codes.includes(sources[owner]?.code ?? "")),
      worth: worth[kind],
    };
  };
  return { kind, clean: kind === "known" ? [] : clean.map(exampleOf), damaged: damaged.map(exampleOf) };
};

const evidenceOf = (sources: readonly TitleSource[]): ReadEvidence => {
  const building = buildEvidence(sources);
  for (let step = building.next(); ; step = building.next()) if (step.done === true) return step.value;
};

const atFirstSight = ({ near, several, text, textPieces }: Evidence, owners: number): number[] => {
  const sums = Float64Array.from(
    { length: owners },
    (_, at) => (near[at] ?? 0) + (several[at] ?? 0) + (text[at] ?? 0) + (textPieces[at] ?? 0),
  );
  return [...sums.keys()].sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, looked);
};

const expanded = (evidence: Evidence, owner: number): Float32Array => {
  const value = (name: EvidenceName): number => evidence[name][owner] ?? 0;
  return Float32Array.of(...evidenceNames.map(value), ...together.map(([one, other]) => value(one) * value(other)));
};

const weightsFor = (drawings: readonly Drawing[]): Float64Array =>
  fitLogit(
    drawings.flatMap(({ clean, damaged }) => [...clean, ...damaged]).filter(({ right }) => right.includes(true)),
    size,
  );

const wellRead = (examples: readonly Example[], weights: Float64Array): string => {
  const hits = examples.filter(({ options, right }) => {
    const scores = options.map((values) => values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
    return right[scores.indexOf(Math.max(...scores))];
  });
  return ((100 * hits.length) / (examples.length || 1)).toFixed(1);
};

const check = (drawings: readonly Drawing[]): void => {
  const halves = [drawings.filter((_, at) => at % 2 === 0), drawings.filter((_, at) => at % 2 === 1)];
  for (const half of halves) {
    const weights = weightsFor(drawings.filter((drawing) => !half.includes(drawing)));
    for (const { kind, clean, damaged } of half)
      process.stdout.write(`${kind}: top-1 ${wellRead(clean, weights)} %, damaged ${wellRead(damaged, weights)} %\n`);
  }
};

const written = (weights: Float64Array): string => {
  const rounded = [...weights].map((weight) => Math.round(weight * 100) / 100);
  const singles = evidenceNames.map((name, at) => `  ${name}: ${rounded[at]},`);
  const products = together.map(
    ([one, other], at) => `  ["${one}", "${other}", ${rounded[evidenceNames.length + at]}],`,
  );
  return `import type { EvidenceName } from "./title-evidence.ts";

/**
 * What each piece of evidence is worth: a conditional logit, so that weights give likelihoods. Written by
 * test/bench/fit-titles.ts, which says on which titles they were found; occupations.bench.ts shows on others how far
 * they can be trusted.
 */
export const evidenceWeights: Readonly<Record<EvidenceName, number>> = {
${singles.join("\n")}
};

/** What two pieces are worth together, beyond what each is worth; one with itself, when much of it is worth more or less. */
export const evidenceProducts: readonly (readonly [EvidenceName, EvidenceName, number])[] = [
${products.join("\n")}
];
`;
};

const rome = romeTitles();
if (rome === null) throw new Error("No official files: set REFERENTIALS_DIR.");
const drawings = practiceTitles(rome).map(draw);
if (process.argv.includes("check")) check(drawings);
else
  writeFileSync(join(import.meta.dirname, "../../shared/referentials/title-weights.ts"), written(weightsFor(drawings)));
