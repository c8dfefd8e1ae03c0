import type { Day } from "#shared/kernel/calendar.ts";
import type { ContractType, PayPeriod } from "./offer-words.ts";

export type MinimumWageRate = { readonly from: Day; readonly hourlyCents: number };

/** The gross hourly SMIC by its day of effect, oldest first. A new decree is a new line. */
export const minimumWageRates: readonly MinimumWageRate[] = [
  { from: "2024-11-01", hourlyCents: 1188 },
  { from: "2026-01-01", hourlyCents: 1202 },
  { from: "2026-06-01", hourlyCents: 1231 },
];

/** Their pay follows a scale by age and year (apprentices) or is an allowance (interns): the SMIC does not bind it. */
const exemptContracts: readonly ContractType[] = ["apprenticeship", "internship"];

export const minimumWageBinds = ({ contract, communeCode }: { contract: ContractType; communeCode: string }): boolean =>
  !exemptContracts.includes(contract) && !isMayotte(communeCode);

/** The hourly rate in cents on a day; before the first rate known, that first rate. */
export const hourlyMinimumOn = (day: Day, rates: readonly MinimumWageRate[] = minimumWageRates): number =>
  (rates.findLast(({ from }) => from <= day) ?? rates[0])?.hourlyCents ?? 0;

/** The least gross pay in cents for a period: a month is 52/12 weeks, a year 52. */
export const minimumPay = (
  { period, weeklyHours, on }: { period: PayPeriod; weeklyHours: number; on: Day },
  rates: readonly MinimumWageRate[] = minimumWageRates,
): number => Math.round(hourlyMinimumOn(on, rates) * hoursIn(period, weeklyHours));

const hoursIn = (period: PayPeriod, weeklyHours: number): number =>
  ({ hour: 1, month: (weeklyHours * 52) / 12, year: weeklyHours * 52 })[period];

/** Mayotte has a lower rate of its own, which this table does not hold: better unchecked than wrongly refused. */
const isMayotte = (communeCode: string): boolean => communeCode.startsWith("976");
