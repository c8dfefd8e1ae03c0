import type { WrittenMonth } from "./cv-findings.ts";

const names = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];

/** "mars 2019", "03/19", "01/03/2019", "2019", folded, as a month or a year; null when it is none. */
export const readMonth = (point: string): WrittenMonth | null => {
  const [, letters, after] = /([a-z]{3,9})\.? ?'?(\d{4}|\d{2})$/.exec(point) ?? [];
  if (letters !== undefined && after !== undefined) {
    const month = names.findIndex((name) => letters.startsWith(name));
    return month < 0 ? null : written(fullYear(after), month + 1);
  }
  const [, month, year] = /(?:^|[/.-])(\d{1,2}) ?[/.-] ?'?(\d{4}|\d{2})$/.exec(point) ?? [];
  if (month !== undefined && year !== undefined) return written(fullYear(year), Number(month));
  return /^\d{4}$/.test(point) ? point : null;
};

const written = (year: string, month: number): WrittenMonth | null =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, "0")}` : null;

/** Two digits are of this century until 45, of the last one after: no one who works began before 1946. */
const fullYear = (digits: string): string =>
  digits.length === 4 ? digits : Number(digits) <= 45 ? `20${digits}` : `19${digits}`;
