/**
 * Makes one act of many calls: those made while one is under way go together in the next. Each call ends as its own
 * item's result does, and all of those together fail when the act does.
 * @param pauseMs what nobody waits for may be gathered longer
 */
export const gathered = <Item, Result>(
  act: (items: readonly Item[]) => Promise<readonly Result[]>,
  { pauseMs = 0 }: { pauseMs?: number } = {},
): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  const go = async (): Promise<void> => {
    busy = true;
    await passed(pauseMs); // those of this turn of the loop come along
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      await actFor(together, act);
      if (pauseMs > 0) await passed(pauseMs);
    }
    busy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void go();
    });
};

const passed = (ms: number): Promise<void> =>
  new Promise((later) => (ms === 0 ? setImmediate(later) : setTimeout(later, ms)));

/**
 * The same for what only reads, and waits for no slow one: the first leaves at once, those that follow it closely leave
 * together. An answer is never older than its question.
 */
export const gatheredReads = <Item, Result>(
  act: (items: readonly Item[]) => Promise<readonly Result[]>,
): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = [];
  let leftAt = Number.NEGATIVE_INFINITY;

  const go = (): void => {
    const together = waiting;
    waiting = [];
    leftAt = performance.now();
    void actFor(together, act);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length > 1) return;
      const pauseMs = leftAt + apartMs - performance.now();
      if (pauseMs <= 0) setImmediate(go);
      else setTimeout(go, pauseMs);
    });
};

/** Two that leave one after the other are so far apart: in a crowd, what a reading costs is shared by many. */
const apartMs = 15;

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

const actFor = async <Item, Result>(
  together: readonly Waiting<Item, Result>[],
  act: (items: readonly Item[]) => Promise<readonly Result[]>,
): Promise<void> => {
  try {
    const results = await act(together.map(({ item }) => item));
    for (const [at, result] of results.entries()) together[at]?.resolve(result);
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
};
