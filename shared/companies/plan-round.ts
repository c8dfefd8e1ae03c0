import { type Coordinates, kilometresBetween } from "#shared/referentials/place.ts";

/** A road is about 1.3 times as long as the straight line between two communes (see travel.ts). */
export const roadFactor = 1.3;

/**
 * The stops in the order of a short round from `start` and back: always the nearest next, then crossings undone
 * (2-opt) until none shortens the way; likewise from the order they came in, and the shorter of the two.
 */
export const orderRound = <Stop extends Coordinates>(start: Coordinates, stops: readonly Stop[]): Stop[] => {
  const fromNearest = uncrossed(start, nearestFirst(start, stops));
  const asGiven = uncrossed(start, stops);
  return roundLength(start, asGiven) < roundLength(start, fromNearest) ? asGiven : fromNearest;
};

const uncrossed = <Stop extends Coordinates>(start: Coordinates, stops: readonly Stop[]): Stop[] => {
  let round = [...stops];
  for (let shorter: Stop[] | null = round; shorter !== null; shorter = shortened(start, round)) round = shorter;
  return round;
};

/** From `start` through every stop and back, in kilometres as the crow flies. */
export const roundLength = (start: Coordinates, stops: readonly Coordinates[]): number =>
  [...stops, start].reduce<{ at: Coordinates; sum: number }>(
    ({ at, sum }, next) => ({ at: next, sum: sum + kilometresBetween(at, next) }),
    { at: start, sum: 0 },
  ).sum;

const nearestFirst = <Stop extends Coordinates>(start: Coordinates, stops: readonly Stop[]): Stop[] => {
  const left = [...stops];
  const round: Stop[] = [];
  let at: Coordinates = start;
  while (left.length > 0) {
    const from = at;
    const distances = left.map((stop) => kilometresBetween(from, stop));
    const [next] = left.splice(distances.indexOf(Math.min(...distances)), 1);
    if (!next) break;
    round.push(next);
    at = next;
  }
  return round;
};

/** Less than a metre is no gain: it would turn for ever. */
const leastGain = 0.001;

/** The round with one stretch turned round, if any makes it shorter. */
const shortened = <Stop extends Coordinates>(start: Coordinates, round: readonly Stop[]): Stop[] | null => {
  const at = (index: number): Coordinates => round[index] ?? start;
  for (let from = 0; from < round.length - 1; from++)
    for (let to = from + 1; to < round.length; to++) {
      const before = kilometresBetween(at(from - 1), at(from)) + kilometresBetween(at(to), at(to + 1));
      const after = kilometresBetween(at(from - 1), at(to)) + kilometresBetween(at(from), at(to + 1));
      if (after < before - leastGain)
        return [...round.slice(0, from), ...round.slice(from, to + 1).reverse(), ...round.slice(to + 1)];
    }
  return null;
};
