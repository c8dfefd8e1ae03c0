import type { VNode } from "preact";
import { sayShortMonth } from "./bilan-words.ts";

export type Bar = {
  /** The first day of its month. */
  readonly month: string;
  /** Null when nothing is known of the month. */
  readonly value: number | null;
  readonly said: string;
  readonly inside: boolean;
};

type ChartProps = { title: string; bars: readonly Bar[]; small?: boolean };

const height = 120;
const step = 40;

/** A bar a month, drawn on the server; the months of the period are full, those around it pale. Its table is beside it. */
export const MonthChart = ({ title, bars, small = false }: ChartProps): VNode => {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0);
  const tall = (value: number): number => (most === 0 ? 0 : Math.round((value / most) * (height - 16)));
  return (
    <svg
      class={small ? "months small-months" : "months"}
      viewBox={`0 0 ${bars.length * step} ${height + (small ? 4 : 44)}`}
      role="img"
      aria-label={`${title}, mois par mois : ${bars.map(({ month, said }) => `${sayShortMonth(month)} ${said}`).join(", ")}`}
    >
      <line x1="0" x2={bars.length * step} y1={height} y2={height} class="axis" />
      {bars.map((bar, at) => (
        <MonthBar key={bar.month} bar={bar} at={at} top={height - tall(bar.value ?? 0)} small={small} />
      ))}
    </svg>
  );
};

type BarProps = { bar: Bar; at: number; top: number; small: boolean };

const MonthBar = ({ bar, at, top, small }: BarProps): VNode => (
  <g>
    <rect x={at * step + 6} width={step - 12} y={top} height={height - top} class={bar.inside ? "on" : undefined} />
    {!small && <BarWords bar={bar} middle={at * step + step / 2} top={top} isFirst={at === 0} />}
  </g>
);

type WordProps = { bar: Bar; middle: number; top: number; isFirst: boolean };

const BarWords = ({ bar: { month, value, said }, middle, top, isFirst }: WordProps): VNode => (
  <>
    {value !== null && value > 0 && (
      <text x={middle} y={Math.max(top - 3, 11)} text-anchor="middle" class="value">
        {said}
      </text>
    )}
    <text x={middle} y={height + 18} text-anchor="middle">
      {sayShortMonth(month)}
    </text>
    {(isFirst || month.slice(5, 7) === "01") && (
      <text x={middle} y={height + 36} text-anchor="middle">
        {month.slice(0, 4)}
      </text>
    )}
  </>
);
