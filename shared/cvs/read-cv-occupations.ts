import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { FindingSource, FoundTrade, WorkPeriod } from "./cv-findings.ts";
import { monthsWorked } from "./months-worked.ts";
import type { ReadExperience } from "./read-cv-experiences.ts";
import type { PlacedRow } from "./read-cv-sections.ts";
import type { ReadTitle } from "./read-cv-title.ts";
import type { WantedTitle } from "./read-cv-wanted.ts";

type Gathered = {
  readonly code: string;
  label: string;
  confidence: number;
  wanted: boolean;
  score: number;
  readonly periods: WorkPeriod[];
  source: FindingSource;
};

/** The trades of a CV, wanted ones and held ones put together, the likeliest to be sought first. */
export const rankOccupations = (
  wanted: readonly WantedTitle[],
  experiences: readonly ReadExperience[],
  today: string,
): FoundTrade[] => {
  const gathered = new Map<string, Gathered>();
  wanted.forEach(({ title, row }, at) => {
    const trade = gather(gathered, title, sourceOf(title, row));
    trade.wanted = true;
    trade.score += wantedScore * title.confidence - 0.15 * at;
  });
  experiences.forEach((experience, at) => {
    const { title, titleRow, period, periodRow, training } = experience;
    const trade = gather(gathered, title, sourceOf(title, titleRow));
    trade.score += (heldScore(experience, today) - 0.01 * at) * (training ? 0.35 : 1) * title.confidence;
    if (period !== null && period.months !== null && period.months > 0) {
      const words = periodRow.text.slice(period.start, period.end).trim();
      const { from, to, months } = period;
      trade.periods.push({ from, to, months, source: { words, line: periodRow.line, page: periodRow.page } });
    }
  });
  // Of what is sought, one asks when the words may mean two trades.
  for (const { title, row } of wanted)
    if (title.confidence < sure)
      for (const other of title.others.slice(0, 1))
        if (!gathered.has(other.code) && other.confidence > 0.5)
          gathered.set(other.code, {
            ...blank(other.code, other.label, sourceOf(title, row)),
            confidence: 0.4 * other.confidence,
            score: 0.1,
          });
  return [...gathered.values()].sort((one, other) => other.score - one.score).map((trade) => finished(trade, today));
};

const wantedScore = 2;
/** Below, what the words may mean as well is proposed too. */
const sure = 0.8;

const blank = (code: string, label: string, source: FindingSource): Gathered => ({
  code,
  label,
  confidence: 0,
  wanted: false,
  score: 0,
  periods: [],
  source,
});

const gather = (gathered: Map<string, Gathered>, title: ReadTitle, source: FindingSource): Gathered => {
  const { code, label } = title.occupation;
  const trade = gathered.get(code) ?? blank(code, occupationByCode(code)?.title ?? label, source);
  if (title.confidence > trade.confidence) trade.confidence = title.confidence;
  gathered.set(code, trade);
  return trade;
};

const sourceOf = (title: ReadTitle, row: PlacedRow): FindingSource => ({
  words: title.words,
  line: row.line,
  page: row.page,
});

/** Long and recent work weighs more: up to half a point for five years, up to half for what goes on. */
const heldScore = ({ period }: ReadExperience, today: string): number => {
  const months = Math.min(period?.months ?? 3, 60);
  const end = period?.to === "now" ? today : (period?.to ?? period?.from ?? null);
  const yearsAgo = end === null ? 6 : Number(today.slice(0, 4)) - Number(end.slice(0, 4));
  return 0.4 + (0.5 * months) / 60 + 0.5 * Math.max(0, 1 - yearsAgo / 8);
};

const finished = ({ code, label, confidence, wanted, periods, source }: Gathered, today: string): FoundTrade => ({
  code,
  label,
  confidence: Math.round(confidence * 1000) / 1000,
  wanted,
  held: periods.length === 0 ? null : { months: monthsWorked(periods, today), periods },
  source,
});
