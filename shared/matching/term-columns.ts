import type { MatchCv, MatchOffer } from "./match-input.ts";
import { type Fit, fits } from "./match-points.ts";
import { columns } from "./numbered-columns.ts";
import {
  type CvTerms,
  contractFit,
  cvTerms,
  delayOf,
  hoursFit,
  type OfferTerms,
  offerTerms,
  scheduleFit,
  tooFar,
} from "./terms.ts";

/** What the terms of each row come to for one question: distance and three fits in one byte, and the days late. */
export type TermFits = { readonly bits: Uint8Array; readonly delays: Int32Array };

export const isFar = (bits: number): boolean => (bits & 1) !== 0;
// two bits each: what `pack` put there is a Fit
export const contractOf = (bits: number): Fit => ((bits >> 1) & 3) as Fit;
export const hoursOf = (bits: number): Fit => ((bits >> 3) & 3) as Fit;
export const scheduleOf = (bits: number): Fit => ((bits >> 5) & 3) as Fit;
/** Near enough, and all three fit. */
export const allFit = (fits << 1) | (fits << 3) | (fits << 5);

export type TermColumns<Row, Other> = {
  readonly write: (row: number, record: Row) => void;
  /** Compares each row whose occupation counts; the others are left at 0. */
  readonly compare: (other: Other, question: { readonly occupation: Int16Array; readonly today: number }) => TermFits;
};

export const cvTermColumns = (): TermColumns<MatchCv, OfferTerms> => {
  const { write, at } = columns(8);
  // one object filled again and again: fifty thousand of them would be fifty thousand to sweep
  const wants: CvTerms = { x: 0, y: 0, z: 0, reach: 0, contracts: 0, schedules: 0, hours: 0, free: 0 };
  return {
    write: (row, cv) => {
      const { x, y, z, reach, contracts, schedules, hours, free } = cvTerms(cv);
      write(row, [x, y, z, reach, contracts, schedules, hours, free]);
    },
    compare: (holds, { occupation, today }) => {
      const found = blank(occupation.length);
      for (let row = 0; row < occupation.length; row += 1) {
        if (occupation[row] === 0) continue;
        wants.x = at(row, 0);
        wants.y = at(row, 1);
        wants.z = at(row, 2);
        wants.reach = at(row, 3);
        wants.contracts = at(row, 4);
        wants.schedules = at(row, 5);
        wants.hours = at(row, 6);
        wants.free = at(row, 7);
        found.bits[row] = pack(wants, holds);
        found.delays[row] = delayOf(wants, holds, today);
      }
      return found;
    },
  };
};

export const offerTermColumns = (): TermColumns<MatchOffer, CvTerms> => {
  const { write, at } = columns(8);
  const holds: OfferTerms = { x: 0, y: 0, z: 0, contract: 0, schedules: 0, weeklyHours: 0, start: 0, fullyRemote: 0 };
  return {
    write: (row, offer) => {
      const { x, y, z, contract, schedules, weeklyHours, start, fullyRemote } = offerTerms(offer);
      write(row, [x, y, z, contract, schedules, weeklyHours, start, fullyRemote]);
    },
    compare: (wants, { occupation, today }) => {
      const found = blank(occupation.length);
      for (let row = 0; row < occupation.length; row += 1) {
        if (occupation[row] === 0) continue;
        holds.x = at(row, 0);
        holds.y = at(row, 1);
        holds.z = at(row, 2);
        holds.contract = at(row, 3);
        holds.schedules = at(row, 4);
        holds.weeklyHours = at(row, 5);
        holds.start = at(row, 6);
        holds.fullyRemote = at(row, 7);
        found.bits[row] = pack(wants, holds);
        found.delays[row] = delayOf(wants, holds, today);
      }
      return found;
    },
  };
};

const blank = (rows: number): TermFits => ({ bits: new Uint8Array(rows), delays: new Int32Array(rows) });

const pack = (wants: CvTerms, holds: OfferTerms): number =>
  (tooFar(wants, holds) ? 1 : 0) |
  (contractFit(wants, holds) << 1) |
  (hoursFit(wants, holds) << 3) |
  (scheduleFit(wants, holds) << 5);
