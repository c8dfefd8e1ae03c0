import type { Coordinates } from "#shared/referentials/place.ts";
import { numberedParts } from "./numbered-parts.ts";
import { type Circle, doubt, isWithin, pointOf, squareOf } from "./on-earth.ts";
import { placeOf, placePart, type SearchForm } from "./search-form.ts";

/** The places of saved searches, each once with its radius. */
export type FiledPlaces = {
  readonly numberOf: (form: SearchForm) => number;
  /** The numbers of those that an offer is within the reach of. */
  readonly around: (offer: Coordinates) => readonly number[];
  readonly size: () => number;
};

type Reach = {
  readonly circle: Circle;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly square: number;
};

export const filedPlaces = (): FiledPlaces => {
  const numbers = numberedParts(placePart);
  const reaches: Reach[] = [];
  return {
    numberOf: (form) => {
      const number = numbers.numberOf(form);
      if (number < reaches.length) return number;
      const circle = placeOf(form);
      return reaches.push({ circle, ...pointOf(circle), square: squareOf(circle.km) }) - 1;
    },
    around: (offer) => {
      const { x, y, z } = pointOf(offer);
      const found: number[] = [];
      reaches.forEach((reach, number) => {
        const apart = (reach.x - x) ** 2 + (reach.y - y) ** 2 + (reach.z - z) ** 2;
        if (apart > reach.square * (1 + doubt)) return;
        if (apart < reach.square * (1 - doubt) || isWithin(reach.circle, offer)) found.push(number);
      });
      return found;
    },
    size: () => reaches.length,
  };
};
