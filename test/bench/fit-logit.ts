/** A title: some occupations, what speaks for each, and which are right. */
export type Example = {
  readonly options: readonly Float32Array[];
  readonly right: readonly boolean[];
  /** How much it counts. */
  readonly worth: number;
};

/**
 * The weights of the conditional logit that makes the right options likeliest: Newton’s method, each step shortened
 * until it does better, and a slight pull to 0. The same examples give the same weights.
 */
export const fitLogit = (examples: readonly Example[], size: number): Float64Array => {
  let weights = new Float64Array(size);
  let loss = lossOf(examples, weights);
  for (let round = 0; round < rounds; round++) {
    const step = stepFrom(examples, weights);
    const better = [1, 0.5, 0.25, 0.1, 0.02].map((share) =>
      weights.map((weight, at) => weight + share * (step[at] ?? 0)),
    );
    const found = better.find((tried) => lossOf(examples, tried) < loss);
    if (found === undefined) break;
    const reached = lossOf(examples, found);
    weights = found;
    if (loss - reached < 1e-6 * loss) break;
    loss = reached;
  }
  return weights;
};

const rounds = 15;
const pull = 2e-4;

/** An option less likely bends nothing. */
const leastSeen = 1e-4;

const lossOf = (examples: readonly Example[], weights: Float64Array): number => {
  let loss = 0;
  let total = 0;
  for (const { options, right, worth } of examples) {
    const likely = likelihoods(options.map((values) => dot(values, weights)));
    loss -= worth * Math.log(likely.reduce((sum, share, at) => sum + (right[at] ? share : 0), 1e-300));
    total += worth;
  }
  return loss / total + (pull / 2) * weights.reduce((sum, weight) => sum + weight * weight, 0);
};

const stepFrom = (examples: readonly Example[], weights: Float64Array): Float64Array => {
  const total = examples.reduce((sum, { worth }) => sum + worth, 0);
  const slope = weights.map((weight) => -pull * total * weight);
  const bend = Array.from(weights, (_, at) => {
    const row = new Float64Array(weights.length);
    row[at] = pull * total;
    return row;
  });
  for (const example of examples) addExample(example, weights, { slope, bend });
  // only one half was summed: the other is the same
  bend.forEach((row, at) => {
    for (let column = 0; column < at; column++) row[column] = bend[column]?.[at] ?? 0;
  });
  return solve(bend, slope);
};

type Sums = { readonly slope: Float64Array; readonly bend: readonly Float64Array[] };

const addExample = ({ options, right, worth }: Example, weights: Float64Array, { slope, bend }: Sums): void => {
  const likely = likelihoods(options.map((values) => dot(values, weights)));
  const rightly = likely.reduce((sum, share, at) => sum + (right[at] ? share : 0), 0) || 1;
  const mean = new Float64Array(slope.length);
  options.forEach((values, at) => {
    const share = likely[at] ?? 0;
    const pulled = worth * ((right[at] ? share / rightly : 0) - share);
    for (let one = 0; one < values.length; one++) {
      slope[one] = (slope[one] ?? 0) + pulled * (values[one] ?? 0);
      mean[one] = (mean[one] ?? 0) + share * (values[one] ?? 0);
    }
  });
  options.forEach((values, at) => {
    const share = likely[at] ?? 0;
    if (share < leastSeen) return;
    const apart = Float64Array.from(values, (value, one) => value - (mean[one] ?? 0));
    bend.forEach((into, row) => {
      const scale = worth * share * (apart[row] ?? 0);
      for (let column = row; column < apart.length; column++)
        into[column] = (into[column] ?? 0) + scale * (apart[column] ?? 0);
    });
  });
};

const dot = (values: Float32Array, weights: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (weights[at] ?? 0);
  return sum;
};

const likelihoods = (scores: readonly number[]): number[] => {
  const greatest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - greatest));
  const total = odds.reduce((sum, odd) => sum + odd, 0);
  return odds.map((odd) => odd / total);
};

/** Gauss, the matrix being symmetric and positive: no row need be swapped. */
const solve = (matrix: readonly Float64Array[], right: Float64Array): Float64Array => {
  const found = right.slice();
  matrix.forEach((pivot, at) => {
    const scale = pivot[at] ?? 1;
    for (let below = at + 1; below < matrix.length; below++) {
      const row = matrix[below] ?? pivot;
      const factor = (row[at] ?? 0) / scale;
      for (let column = at; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
      found[below] = (found[below] ?? 0) - factor * (found[at] ?? 0);
    }
  });
  for (let at = matrix.length - 1; at >= 0; at--) {
    const row = matrix[at] ?? found;
    for (let column = at + 1; column < row.length; column++)
      found[at] = (found[at] ?? 0) - (row[column] ?? 0) * (found[column] ?? 0);
    found[at] = (found[at] ?? 0) / (row[at] ?? 1);
  }
  return found;
};
