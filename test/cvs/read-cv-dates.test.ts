import { describe, expect, it } from "vitest";
import { monthsWorked } from "#shared/cvs/months-worked.ts";
import { readPeriod } from "#shared/cvs/read-cv-dates.ts";

const today = "2026-11";

describe("the time a line of a CV tells", () => {
  it.each([
    ["03/2019 – 06/2021", "2019-03", "2021-06", 28],
    ["mars 2019 à juin 2021", "2019-03", "2021-06", 28],
    ["de mars 2019 à juin 2021", "2019-03", "2021-06", 28],
    ["01/03/2019 au 30/06/2021", "2019-03", "2021-06", 28],
    ["03.2019-06.2021", "2019-03", "2021-06", 28],
    ["Mars à juin 2021", "2021-03", "2021-06", 4],
    ["de mai à septembre 2025", "2025-05", "2025-09", 5],
    ["2018-2020", "2018", "2020", 24],
    ["2018 / 2020", "2018", "2020", 24],
    ["2018 2020", "2018", "2020", 24],
    ["2018-20", "2018", "2020", 24],
    ["entre 2018 et 2020", "2018", "2020", 24],
    ["2019", "2019", "2019", 6],
    ["depuis 2020", "2020", "now", 76],
    ["Depuis mars 2024", "2024-03", "now", 33],
    ["janv. 19 – déc. 19", "2019-01", "2019-12", 12],
    ["Sept. 2019 – aujourd’hui", "2019-09", "now", 87],
    ["01/2022 à ce jour", "2022-01", "now", 59],
    ["10/2025 - en cours", "2025-10", "now", 14],
    ["février 2020", "2020-02", "2020-02", 1],
    ["2O19 – 2O21", "2019", "2021", 24],
    ["été 2022", "2022", "2022", 2],
    ["Étés 2021 et 2022", "2021", "2022", 4],
    ["Hiver 2021/2022", "2021", "2022", 4],
    ["Vendanges 2021", "2021", "2021", 1],
    ["6 mois", null, null, 6],
    ["3 ans et demi", null, null, 42],
    ["deux ans", null, null, 24],
    ["1 an et 3 mois", null, null, 15],
    ["3 semaines", null, null, 1],
    ["2023 (8 mois)", "2023", "2023", 8],
  ])("« %s » is from %s to %s, %i months", (line, from, to, months) => {
    const period = readPeriod(`${line} Serveuse, Tulle`, today);

    expect(period).toMatchObject({ from, to, months });
  });

  it.each(["Serveuse, Tulle", "19000 Tulle", "06 12 34 56 78", "35 heures par semaine", "400 couverts"])(
    "is none in « %s »",
    (line) => {
      expect(readPeriod(line, today)).toBeNull();
    },
  );
});

describe("months of work", () => {
  it("count once when two jobs overlap", () => {
    const periods = [
      { from: "2020-01", to: "2020-12", months: 12 },
      { from: "2020-07", to: "2021-06", months: 12 },
    ];

    expect(monthsWorked(periods, today)).toBe(18);
  });

  it("keep the length of a season, and add lengths without dates", () => {
    const periods = [
      { from: "2022", to: "2022", months: 2 },
      { from: null, to: null, months: 36 },
    ];

    expect(monthsWorked(periods, today)).toBe(38);
  });

  it("go on to this month when the job is held still", () => {
    expect(monthsWorked([{ from: "2024-03", to: "now", months: 33 }], today)).toBe(33);
  });
});
