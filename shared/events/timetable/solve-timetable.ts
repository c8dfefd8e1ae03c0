import { type Board, companyOf, hasMet, meetingsOf, openBoard, seatsOf, worthOf } from "./board.ts";
import { type Choice, chooseMeetings } from "./choose-meetings.ts";
import { at, type Hall, hallOf } from "./hall.ts";
import { improveTimetable } from "./improve-timetable.ts";
import { problemOf } from "./meetings-to-choose.ts";
import { placeAll } from "./place-meeting.ts";
import { boundOf } from "./prove-timetable.ts";
import { searchSmall } from "./search-small.ts";
import type { Figures, Timetable, TimetableInput } from "./timetable.ts";

/**
 * The timetable of a job dating: first as many people as possible with one meeting, then with two, then the best
 * total score. Who meets whom is chosen at its optimum, then placed; what cannot be placed is repaired.
 */
export const solveTimetable = (input: TimetableInput): Timetable => {
  const hall = hallOf(input);
  const start = openBoard(hall);
  const problem = problemOf(start);
  const choice = chooseMeetings(problem);
  const possible = figuresOfChoice(start, choice);
  const bound = boundOf(start, problem, choice.prices);
  placeAll(start, choice);
  improveTimetable(start, bound);
  const board = worthOf(start) < bound ? searchSmall(input, start) : start;
  return {
    meetings: meetingsOf(board),
    figures: figuresOf(board),
    possible,
    proved: worthOf(board) === bound,
    prices: Object.fromEntries(hall.companies.map((id, company) => [id, at(choice.prices, company)])),
    notPlaced: input.added.filter(({ personId, companyId }) => {
      const [person, company] = [hall.people.indexOf(personId), hall.companies.indexOf(companyId)];
      return person < 0 || company < 0 || !hasMet(board, person, company);
    }),
  };
};

export const figuresOf = (board: Board): Figures => {
  const seats = seatsOf(board);
  const scores = seats.map(({ person, table }) => scoreOf(board.hall, person, companyOf(board.hall, table)));
  return { meetings: seats.length, ...countPeople(board.level), score: scores.reduce((sum, one) => sum + one, 0) };
};

const scoreOf = ({ score, companies }: Hall, person: number, company: number): number =>
  at(score, person * companies.length + company);

const countPeople = (level: Int32Array): Pick<Figures, "withOne" | "withTwo"> => ({
  withOne: level.filter((one) => one >= 1).length,
  withTwo: level.filter((one) => one >= 2).length,
});

const figuresOfChoice = (board: Board, { chosen }: Choice): Figures => {
  const kept = figuresOf(board);
  const level = board.level.map((one, person) => one + (chosen[person]?.length ?? 0));
  const pairs = chosen.flatMap((companies, person) => companies.map((company) => scoreOf(board.hall, person, company)));
  return {
    meetings: kept.meetings + pairs.length,
    ...countPeople(level),
    score: kept.score + pairs.reduce((sum, one) => sum + one, 0),
  };
};
