type Tried<Status, Hand> = { from: Status; to: Status; hand: Hand };

/** Tries each from × to × hand and lists what is allowed, as "draft > pending: employer, officer". */
export const allowedMoves = <Status extends string, Hand extends string>(
  statuses: readonly Status[],
  hands: readonly Hand[],
  mayMove: (move: Tried<Status, Hand>) => boolean,
): string[] =>
  statuses.flatMap((from) =>
    statuses.flatMap((to) => {
      const allowed = hands.filter((hand) => mayMove({ from, to, hand }));
      return allowed.length > 0 ? [`${from} > ${to}: ${allowed.join(", ")}`] : [];
    }),
  );
