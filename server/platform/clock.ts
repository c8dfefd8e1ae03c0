import { type Day, dayOf } from "#shared/kernel/calendar.ts";

let read = (): Date => new Date();

/** The instant it is. Nothing else in the product may ask the machine. */
export const now = (): Date => read();

/** The day it is in Paris. */
export const today = (): Day => dayOf(now());

/** Tests set the time; called without argument, the machine's clock is back. */
export const setClock = (instant?: Date): void => {
  read = instant ? () => new Date(instant) : () => new Date();
};
