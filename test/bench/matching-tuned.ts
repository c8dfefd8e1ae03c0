/** One question of which the answers are known: what speaks for each candidate, and which are right. */
export type Judged = { readonly rows: readonly Float64Array[]; readonly right: readonly boolean[] };
/** Points of a row of clues. */
export type Scorer = (row: Float64Array) => number;

const steps = 300;
const rate = 0.05;
const decay = 1e-3;

/**
 * A weight for each clue, such that right candidates stand above the others: a logit over the candidates of a
 * question (softmax), by gradient descent (Adam) from nought: the same questions give the same weights.
 */
export const tuned = (questions: readonly Judged[]): Scorer => {
  const scale = scaleOf(questions.flatMap(({ rows }) => rows));
  const scaled = questions
    .map(({ rows, right }) => ({ rows: rows.map(scale), right }))
    .filter(({ right }) => right.includes(true));
  const size = scaled[0]?.rows[0]?.length ?? 0;
  const weights = new Float64Array(size);
  const [mean, spread] = [new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= steps; step++) {
    const slope = slopeOf(scaled, weights);
    for (let clue = 0; clue < size; clue++) {
      const pull = (slope[clue] ?? 0) + 2 * decay * (weights[clue] ?? 0);
      mean[clue] = 0.9 * (mean[clue] ?? 0) + 0.1 * pull;
      spread[clue] = 0.999 * (spread[clue] ?? 0) + 0.001 * pull ** 2;
      const [m, s] = [(mean[clue] ?? 0) / (1 - 0.9 ** step), (spread[clue] ?? 0) / (1 - 0.999 ** step)];
      weights[clue] = (weights[clue] ?? 0) - (rate * m) / (Math.sqrt(s) + 1e-8);
    }
  }
  return (row) => dot(scale(row), weights);
};

const scaleOf = (rows: readonly Float64Array[]): ((row: Float64Array) => Float64Array) => {
  const size = rows[0]?.length ?? 0;
  const facts = Array.from({ length: size }, (_, clue) => {
    const mean = rows.reduce((sum, row) => sum + (row[clue] ?? 0), 0) / rows.length;
    const spread = rows.reduce((sum, row) => sum + ((row[clue] ?? 0) - mean) ** 2, 0) / rows.length;
    return { mean, spread: Math.sqrt(spread) || 1 };
  });
  return (row) => row.map((value, clue) => (value - (facts[clue]?.mean ?? 0)) / (facts[clue]?.spread ?? 1));
};

const slopeOf = (questions: readonly Judged[], weights: Float64Array): Float64Array => {
  const slope = new Float64Array(weights.length);
  for (const { rows, right } of questions) {
    const points = rows.map((row) => dot(row, weights));
    const most = Math.max(...points);
    const powers = points.map((point) => Math.exp(point - most));
    const all = powers.reduce((sum, power) => sum + power, 0);
    const count = right.filter(Boolean).length;
    rows.forEach((row, place) => {
      const wrong = (powers[place] ?? 0) / all - (right[place] ? 1 / count : 0);
      for (let clue = 0; clue < slope.length; clue++)
        slope[clue] = (slope[clue] ?? 0) + (wrong * (row[clue] ?? 0)) / questions.length;
    });
  }
  return slope;
};

const dot = (row: Float64Array, weights: Float64Array): number => {
  let sum = 0;
  for (let clue = 0; clue < weights.length; clue++) sum += (row[clue] ?? 0) * (weights[clue] ?? 0);
  return sum;
};
