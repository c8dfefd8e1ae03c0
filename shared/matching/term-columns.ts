import type { MatchCv, MatchOffer } from "./match-input.ts";
import { columns } from "./numbered-columns.ts";
import { type CvTerms, cvTerms, type OfferTerms, offerTerms } from "./terms.ts";

/** Terms by row. Reading fills one object again and again: fifty thousand of them would be fifty thousand to sweep. */
export type TermColumns<Record, Terms> = {
  readonly write: (row: number, record: Record) => void;
  readonly read: (row: number) => Terms;
};

export const cvTermColumns = (): TermColumns<MatchCv, CvTerms> => {
  const { write, at } = columns(7);
  const into: CvTerms = { lat: 0, lon: 0, radiusKm: 0, contracts: 0, schedules: 0, hours: 0, free: 0 };
  return {
    write: (row, cv) => {
      const { lat, lon, radiusKm, contracts, schedules, hours, free } = cvTerms(cv);
      write(row, [lat, lon, radiusKm, contracts, schedules, hours, free]);
    },
    read: (row) => {
      into.lat = at(row, 0);
      into.lon = at(row, 1);
      into.radiusKm = at(row, 2);
      into.contracts = at(row, 3);
      into.schedules = at(row, 4);
      into.hours = at(row, 5);
      into.free = at(row, 6);
      return into;
    },
  };
};

export const offerTermColumns = (): TermColumns<MatchOffer, OfferTerms> => {
  const { write, at } = columns(7);
  const into: OfferTerms = { lat: 0, lon: 0, contract: 0, schedules: 0, weeklyHours: 0, start: 0, fullyRemote: 0 };
  return {
    write: (row, offer) => {
      const { lat, lon, contract, schedules, weeklyHours, start, fullyRemote } = offerTerms(offer);
      write(row, [lat, lon, contract, schedules, weeklyHours, start, fullyRemote]);
    },
    read: (row) => {
      into.lat = at(row, 0);
      into.lon = at(row, 1);
      into.contract = at(row, 2);
      into.schedules = at(row, 3);
      into.weeklyHours = at(row, 4);
      into.start = at(row, 5);
      into.fullyRemote = at(row, 6);
      return into;
    },
  };
};
