/**
 * Makes one act of many calls: those made while one is under way go together in the next. Each call ends as its own
 * item's result does, and all of those together fail when the act does.
 */
export const gathered = <Item, Result>(
  act: (items: readonly Item[]) => Promise<readonly Result[]>,
): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  const go = async (): Promise<void> => {
    busy = true;
    await new Promise(setImmediate); // those of this turn of the loop come along
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      await actFor(together, act);
    }
    busy = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void go();
    });
};

/**
 * The same for what only reads, and waits for no slow one: those asked while a reading is under way go together once it
 * ends, or a few milliseconds later. An answer is never older than its question.
 */
export const gatheredReads = <Item, Result>(
  act: (items: readonly Item[]) => Promise<readonly Result[]>,
): ((item: Item) => Promise<Result>) => {
  let waiting: Waiting<Item, Result>[] = [];
  let late: NodeJS.Timeout | undefined;
  let under = 0;

  const go = async (): Promise<void> => {
    clearTimeout(late);
    const together = waiting;
    waiting = [];
    if (together.length === 0) return;
    under += 1;
    await actFor(together, act);
    under -= 1;
    await go();
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length > 1) return;
      if (under === 0) setImmediate(go);
      else late = setTimeout(go, longestWait);
    });
};

/** In milliseconds: of one that asks beside a slow reading. */
const longestWait = 20;

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
