import { describe, expect, it } from "vitest";
import {
  closedQuarters,
  monthsOf,
  type PeriodKind,
  periodOf,
  quarterSpan,
  readSpan,
} from "#shared/statistics/period.ts";

const asked = (kind: PeriodKind, from: string | null = null, to: string | null = null) => ({ kind, from, to });
const spans = ({ from, to, former }: ReturnType<typeof periodOf>) => [from, to, former.from, former.to];

describe("a period", () => {
  it.each([
    { kind: "mois", today: "2026-11-22", is: ["2026-11-01", "2026-11-22", "2026-10-01", "2026-10-22"] },
    { kind: "mois", today: "2026-11-30", is: ["2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"] },
    { kind: "mois", today: "2026-03-31", is: ["2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"] },
    { kind: "mois", today: "2026-03-30", is: ["2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28"] },
    { kind: "mois-dernier", today: "2026-03-05", is: ["2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31"] },
    { kind: "mois-dernier", today: "2026-01-31", is: ["2025-12-01", "2025-12-31", "2025-11-01", "2025-11-30"] },
    { kind: "trimestre", today: "2026-05-10", is: ["2026-04-01", "2026-05-10", "2026-01-01", "2026-02-10"] },
    { kind: "annee", today: "2024-02-29", is: ["2024-01-01", "2024-02-29", "2023-01-01", "2023-02-28"] },
  ] as const)("$kind, on $today, is $is", ({ kind, today, is }) => {
    expect(spans(periodOf(asked(kind), today))).toEqual(is);
  });

  it("typed by its days compares with as many days just before", () => {
    expect(spans(periodOf(asked("dates", "2026-03-02", "2026-03-08"), "2026-11-22"))).toEqual([
      "2026-03-02",
      "2026-03-08",
      "2026-02-23",
      "2026-03-01",
    ]);
  });

  it("typed the wrong way round, or by one end, is still a period", () => {
    expect(spans(periodOf(asked("dates", "2026-03-08", "2026-03-02"), "2026-11-22")).slice(0, 2)).toEqual([
      "2026-03-02",
      "2026-03-08",
    ]);
    expect(spans(periodOf(asked("dates", "2026-03-08"), "2026-11-22")).slice(0, 2)).toEqual([
      "2026-03-08",
      "2026-11-22",
    ]);
    expect(spans(periodOf(asked("dates", null, "2026-03-08"), "2026-11-22")).slice(0, 2)).toEqual([
      "2026-03-01",
      "2026-03-08",
    ]);
  });

  it("goes back five years at most", () => {
    expect(periodOf(asked("dates", "1990-01-01", "2026-03-02"), "2026-11-22").from).toBe("2021-03-02");
  });

  it("draws the twelve months that end with it, or all of its own", () => {
    const short = periodOf(asked("mois"), "2026-11-22").months;
    const long = periodOf(asked("dates", "2024-12-31", "2026-03-02"), "2026-11-22").months;

    expect([short.length, short[0], short.at(-1)]).toEqual([12, "2025-12-01", "2026-11-01"]);
    expect([long.length, long[0], long.at(-1)]).toEqual([16, "2024-12-01", "2026-03-01"]);
  });

  it("reads from the first month drawn or from the former period, whichever is older", () => {
    expect(readSpan(periodOf(asked("mois"), "2026-11-22"))).toEqual({ from: "2025-12-01", to: "2026-11-22" });
    expect(readSpan(periodOf(asked("annee"), "2026-11-22"))).toEqual({ from: "2025-01-01", to: "2026-11-22" });
  });

  it("touches each month once", () => {
    expect(monthsOf({ from: "2025-12-31", to: "2026-02-01" })).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
  });

  it("is a quarter that may leave the desk only once it is over", () => {
    expect(closedQuarters("2026-01-01", 2)).toEqual(["2025-10-01", "2025-07-01"]);
    expect(closedQuarters("2026-03-31", 1)).toEqual(["2025-10-01"]);
    expect(quarterSpan("2024-01-01")).toEqual({ from: "2024-01-01", to: "2024-03-31" });
  });
});
