/** What became of one request; its time runs from the moment it was due, so that a late client hides nothing. */
export type Answered = {
  readonly kind: string;
  /** Milliseconds since the phase began. */
  readonly dueMs: number;
  readonly sentMs: number;
  readonly endMs: number;
  /** 0 when nothing came back. */
  readonly status: number;
};

export type Figures = {
  readonly asked: number;
  readonly served: number;
  /** 429 and 503: a clear « not now ». */
  readonly refused: number;
  /** Everything else that is not an answer: 4xx, 5xx, cut connections, silence. */
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowestMs: number;
  readonly refusedP99: number;
};

/** A conflict is an answer too: somebody was faster. */
export const isServed = ({ status }: Answered): boolean => (status >= 200 && status < 400) || status === 409;
export const isRefused = ({ status }: Answered): boolean => status === 429 || status === 503;

export const figuresOf = (answers: readonly Answered[]): Figures => {
  const served = sorted(answers.filter(isServed));
  const refused = sorted(answers.filter(isRefused));
  return {
    asked: answers.length,
    served: served.length,
    refused: refused.length,
    errors: answers.length - served.length - refused.length,
    p50: at(served, 0.5),
    p95: at(served, 0.95),
    p99: at(served, 0.99),
    slowestMs: at(served, 1),
    refusedP99: at(refused, 0.99),
  };
};

const sorted = (answers: readonly Answered[]): number[] =>
  answers.map(({ dueMs, endMs }) => endMs - dueMs).sort((one, other) => one - other);

const at = (times: readonly number[], share: number): number =>
  Math.round(times[Math.floor((times.length - 1) * share)] ?? 0);

/** The same, second by second, by when the requests were due. */
export const bySecond = (answers: readonly Answered[], seconds: number): Figures[] => {
  const windows = Array.from({ length: seconds }, (): Answered[] => []);
  for (const answered of answers) windows[Math.floor(answered.dueMs / 1000)]?.push(answered);
  return windows.map(figuresOf);
};

/** Least squares: how much `y` grows for one more `x`. */
export const slopeOf = (points: readonly { readonly x: number; readonly y: number }[]): number => {
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
};
