import { addDays, type Day } from "./calendar.ts";

/** A Saturday, a Sunday or one of the eleven holidays of mainland France (Code du travail, L3133-1). */
export const isDayOff = (day: Day): boolean => {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6 || fixed.has(day.slice(5)) || moving(Number(day.slice(0, 4))).includes(day);
};

/** Month and day. */
const fixed: ReadonlySet<string> = new Set(["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]);

/** Easter Monday, Ascension, Whit Monday. */
const moving = (year: number): Day[] => {
  const easter = easterOf(year);
  return [1, 39, 50].map((days) => addDays(easter, days));
};

/** Gregorian computus of Meeus, Jones and Butcher; the letters are theirs. */
const easterOf = (year: number): Day => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const at = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(at / 31)).padStart(2, "0")}-${String((at % 31) + 1).padStart(2, "0")}`;
};
