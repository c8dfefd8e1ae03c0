import { actionFamilies } from "#shared/statistics/indicators.ts";
import type { OutsideFigure } from "#shared/statistics/outside.ts";
import type { Bilan } from "./bilan-facts.ts";
import { cellOf, sayAsked, sayMonth, saySpan, tooFew, unitOf } from "./bilan-words.ts";
import { familyLabels, indicatorWords } from "./indicator-words.ts";
import { hidden, namePart, type OutsideBilan, sayQuarter, tableLabels } from "./outside-page.tsx";

export type Cell = string | number;

/** One sheet of a workbook: its first row names the columns. */
export type SheetRows = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** The figures of a period, then the same by month, by area and by action. */
export const bilanSheets = (bilan: Bilan): SheetRows[] => {
  const { figures, areas, period } = bilan;
  const named = figures.map((one) => ({
    ...one,
    label: indicatorWords[one.indicator].label,
    unit: unitOf(one.indicator),
  }));
  return [
    {
      name: "Chiffres",
      rows: [
        ["Chiffre", "Unité", "Période", "Période d’avant", "Ce qui est compté"],
        ...named.map(({ indicator, label, unit, now, former }) => [
          label,
          unit,
          cellOf(indicator, now),
          cellOf(indicator, former),
          indicatorWords[indicator].meaning,
        ]),
        ["Demande", "", sayAsked(bilan), saySpan(period.former), ""],
      ],
    },
    {
      name: "Par mois",
      rows: [
        ["Chiffre", "Unité", ...period.months.map(sayMonth)],
        ...named.map(({ indicator, label, unit, months }) => [
          label,
          unit,
          ...months.map(({ total }) => cellOf(indicator, total)),
        ]),
      ],
    },
    {
      name: "Par mois et territoire",
      rows: [
        ["Chiffre", "Unité", "Mois", ...areas.map(({ name }) => name)],
        ...named
          .filter((one) => one.areas.length > 0)
          .flatMap(({ indicator, label, unit, months }) =>
            months.map(({ month, areas: of }) => [
              label,
              unit,
              sayMonth(month),
              ...areas.map(({ code }) => {
                const figure = of.get(code);
                return figure ? cellOf(indicator, figure) : "";
              }),
            ]),
          ),
      ],
    },
    {
      name: "Par action",
      rows: [
        ["Chiffre", "Unité", ...actionFamilies.map((family) => familyLabels[family])],
        ...named
          .filter(({ actions }) => actions.length > 0)
          .map(({ indicator, label, unit, actions }) => [
            label,
            unit,
            ...actionFamilies.map((family) => {
              const found = actions.find(({ part }) => part === family);
              return found ? cellOf(indicator, found.figure) : "";
            }),
          ]),
      ],
    },
  ];
};

/** What may leave, one number a line. */
export const outsideSheets = (bilan: OutsideBilan): SheetRows[] => [
  {
    name: "Chiffres à diffuser",
    rows: [
      ["Trimestre", "Chiffre", "Unité", "Tableau", "Détail", "Valeur"],
      ...bilan.figures.flatMap((figure) => linesOf(figure, bilan)),
    ],
  },
];

const linesOf = (figure: OutsideFigure, bilan: OutsideBilan): Cell[][] => {
  const { indicator, total, tables } = figure;
  const common = [sayQuarter(bilan.first), indicatorWords[indicator].label, unitOf(indicator)];
  const isShare = unitOf(indicator) === "%";
  const whole = total === null ? hidden : total === "few" ? tooFew : isShare ? Math.round(total * 100) : total;
  return [
    [...common, "Total", "", whole],
    ...tables.flatMap(({ by, rows }) =>
      rows.map(({ part, shown }) => [...common, tableLabels[by], namePart(part, by, bilan), shown ?? hidden]),
    ),
  ];
};

/** A CSV holds one table: the name of the sheet begins each line. */
export const sheetsAsRows = (sheets: readonly SheetRows[]): Cell[][] =>
  sheets.flatMap(({ name, rows }) => rows.map((row) => [name, ...row]));
