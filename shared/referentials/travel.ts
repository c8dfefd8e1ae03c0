/** How a person gets to work. */
export const travelMeans = ["foot", "bike", "publicTransport", "car"] as const;
export type TravelMeans = (typeof travelMeans)[number];

/** A road is about 1.3 times as long as the straight line between two communes. */
const detour = 1.3;

/** Average speeds from door to door in a rural département, and the minutes lost before moving and after. */
const pace = {
  foot: { kmPerHour: 4.5, fixedMinutes: 0 },
  bike: { kmPerHour: 15, fixedMinutes: 2 },
  publicTransport: { kmPerHour: 30, fixedMinutes: 12 },
  car: { kmPerHour: 55, fixedMinutes: 3 },
} as const satisfies Record<TravelMeans, { kmPerHour: number; fixedMinutes: number }>;

/**
 * Minutes of a journey, an estimate to be shown as such: fixed minutes + km × 1.3 ÷ speed.
 * `kilometres` is as the crow flies.
 */
export const minutesBy = (means: TravelMeans, kilometres: number): number => {
  const { kmPerHour, fixedMinutes } = pace[means];
  return Math.round(fixedMinutes + ((kilometres * detour) / kmPerHour) * 60);
};

/** As the crow flies, how far a car gets in so many minutes: the other way round. */
export const kilometresByCar = (minutes: number): number => {
  const { kmPerHour, fixedMinutes } = pace.car;
  return Math.max(1, Math.round((((minutes - fixedMinutes) / 60) * kmPerHour) / detour));
};

/** Whether a commune at `kilometres` (as the crow flies) is inside the radius a person asked for; its edge counts. */
export const withinReach = (kilometres: number, { radiusKm }: { readonly radiusKm: number }): boolean =>
  kilometres <= radiusKm;
