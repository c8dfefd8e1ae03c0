import { type Board, worthOf } from "./board.ts";
import type { ChoiceProblem } from "./choose-meetings.ts";
import { at } from "./hall.ts";

/**
 * What no timetable can beat, whatever the prices: each place is paid for at its company's price, then each person
 * takes what brings them most (duality of linear programming). At the flow's prices it is the optimum itself.
 */
export const boundOf = (board: Board, problem: ChoiceProblem, prices: Float64Array): number => {
  let bound = worthOf(board);
  for (let company = 0; company < problem.companies; company += 1)
    bound += Math.max(0, at(prices, company)) * at(problem.capacity, company);
  for (let person = 0; person < problem.people; person += 1) bound += bestFor(problem, prices, person);
  return bound;
};

const bestFor = (
  { companies, worth, level, room, bonus }: ChoiceProblem,
  prices: Float64Array,
  person: number,
): number => {
  const gains: number[] = [];
  for (let company = 0; company < companies; company += 1) {
    const value = at(worth, person * companies + company);
    if (value > 0) gains.push(value - Math.max(0, at(prices, company)));
  }
  gains.sort((one, other) => other - one);
  let [sum, best] = [0, 0];
  for (const [rank, gain] of gains.slice(0, at(room, person)).entries()) {
    sum += gain + (bonus[at(level, person) + rank] ?? 0);
    best = Math.max(best, sum);
  }
  return best;
};
