import type { VNode } from "preact";
import { type Day, dayOf, daysBetween, timeZone } from "#shared/kernel/calendar.ts";

const unbroken = "\u00a0";

/** "1 restaurant", "2 offres": the word follows the number, 0 and 1 are singular in French. */
export const plural = (count: number, one: string, many: string): string => (Math.abs(count) < 2 ? one : many);

export const sayCount = (count: number, one: string, many: string): string =>
  `${sayNumber(count)} ${plural(count, one, many)}`;

export const sayNumber = (value: number): string => {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, unbroken);
  return decimals ? `${grouped},${decimals}` : grouped;
};

/** Integer cents as "1 905 €" or "12,31 €". */
export const sayEuros = (cents: number): string => `${sayAmount(cents)}${unbroken}€`;

/** The same without the sign, for "1 905 à 2 010 €". */
export const sayAmount = (cents: number): string => {
  const whole = sayNumber(Math.trunc(cents / 100));
  return cents % 100 === 0 ? whole : `${whole},${String(Math.abs(cents) % 100).padStart(2, "0")}`;
};

export const sayKm = (km: number): string => (km < 1 ? "moins de 1 km" : `${sayNumber(Math.round(km))} km`);

const dayFormat = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long" });
const shortFormat = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", day: "numeric", month: "short" });
const hourFormat = new Intl.DateTimeFormat("fr-FR", { timeZone, hour: "numeric", minute: "2-digit" });

const first = (text: string): string => text.replace(/\b1 (?=\p{L})/u, "1er ");

/** "jeudi 3 décembre", with the year when it is not this one. */
export const sayDay = (day: Day, today?: Day): string => {
  const said = first(dayFormat.format(new Date(day)));
  return today && today.slice(0, 4) !== day.slice(0, 4) ? `${said} ${day.slice(0, 4)}` : said;
};

/** "3 déc." */
export const sayShortDay = (day: Day): string => first(shortFormat.format(new Date(day)));

/** "jeudi 3 décembre, 9 h" or "9 h 30". */
export const sayMoment = (instant: string | Date, today?: Day): string => {
  const at = new Date(instant);
  return `${sayDay(dayOf(at), today)}, ${sayHour(at)}`;
};

export const sayHour = (at: Date): string => {
  const [hour, minute] = hourFormat.format(at).split(":");
  return sayHours(Number(hour) * 60 + Number(minute));
};

/** "9 min", "1 h 10". */
export const sayMinutes = (minutes: number): string => (minutes < 60 ? `${minutes}${unbroken}min` : sayHours(minutes));

/** Minutes as "9 h", "9 h 05": never cut at the end of a line. */
export const sayHours = (minutes: number): string => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${unbroken}h${rest === 0 ? "" : `${unbroken}${String(rest).padStart(2, "0")}`}`;
};

/** "aujourd’hui", "hier", "il y a 5 jours", "il y a 3 mois". */
export const sayAgo = (day: Day, today: Day): string => {
  const days = daysBetween(day, today);
  if (days < 0) return `dans ${sayCount(-days, "jour", "jours")}`;
  if (days === 0) return "aujourd’hui";
  if (days === 1) return "hier";
  if (days < 60) return `il y a ${days} jours`;
  const months = Math.round(days / 30.44);
  return months < 24 ? `il y a ${months} mois` : `il y a ${Math.floor(months / 12)} ans`;
};

/** "depuis 3 jours", "depuis hier", "depuis 2 h", "à l’instant". */
export const saySince = (since: string | Date, at: Date): string => {
  const minutes = Math.floor((at.getTime() - new Date(since).getTime()) / 60_000);
  if (minutes < 2) return "à l’instant";
  if (minutes < 60) return `depuis ${minutes} min`;
  const days = daysBetween(dayOf(new Date(since)), dayOf(at));
  if (days === 0) return `depuis ${Math.floor(minutes / 60)} h`;
  return days === 1 ? "depuis hier" : `depuis ${days} jours`;
};

/** The age people read, the exact date for those who hover or listen. */
export const Ago = ({ day, today }: { day: Day; today: Day }): VNode => (
  <time dateTime={day} title={sayDay(day, today)}>
    {sayAgo(day, today)}
    {/* A title is not read aloud. */}
    {day !== today && <span class="vh"> ({sayDay(day, today)})</span>}
  </time>
);

/** "12 mois" as "1 an", "30 mois" as "2 ans et demi", "5 mois". */
export const sayMonths = (months: number): string => {
  if (months < 12) return `${months} mois`;
  const years = Math.floor(months / 12);
  const half = months % 12 >= 6 ? " et demi" : "";
  return `${sayCount(years, "an", "ans")}${half}`;
};

/** "a", "a et b", "a, b et c". */
export const sayList = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} et ${items.at(-1)}`;
