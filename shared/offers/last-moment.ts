import { type Day, timeZone } from "#shared/kernel/calendar.ts";

const offsetFormat = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });

/** The last second of a day in Paris, as ISO 8601 with its offset: "2026-12-31T23:59:59+01:00". */
export const lastMoment = (day: Day): string => {
  // The clocks change at night, long before 22:30 UTC of the same day.
  const zone = offsetFormat.formatToParts(new Date(`${day}T22:30:00Z`)).find(({ type }) => type === "timeZoneName");
  return `${day}T23:59:59${zone?.value.replace("GMT", "") || "+00:00"}`;
};
