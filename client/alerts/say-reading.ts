import { readWords } from "#shared/alerts/compile-search.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { SaidPart } from "./say-alert.ts";

/** How the words of a search were understood, for the person to see before waiting for offers. */
export const describeReading = (text: string): readonly SaidPart[] => {
  const { stems, terms, trades } = readWords(text);
  return [
    { label: trades.length > 1 ? "Métiers compris" : "Métier compris", value: sayTrades(trades) },
    {
      label: "Mots cherchés",
      value: stems.length > 0 && trades.length === 0 ? "tous, dans le titre ou le texte de l’annonce" : "",
    },
    { label: "Horaires et contrat", value: terms.length > 0 ? "selon vos mots, dans les conditions de l’offre" : "" },
  ].filter(({ value }) => value !== "");
};

/** Trades named before they are only counted. */
const most = 3;

const sayTrades = (codes: readonly string[]): string => {
  const titles = codes.slice(0, most).map((code) => occupationByCode(code)?.title ?? code);
  const others = codes.length - titles.length;
  return `${titles.join(" ; ")}${others > 0 ? `, et ${others} ${others > 1 ? "autres" : "autre"}` : ""}`;
};
