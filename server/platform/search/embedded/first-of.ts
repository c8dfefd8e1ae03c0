/** The first `count` items in order, without sorting the others: a heap whose root is the last one kept. */
export const firstOf = (
  items: readonly number[],
  { count, before }: { count: number; before: (one: number, other: number) => boolean },
): number[] => {
  const heap = items.slice(0, count);
  for (let place = Math.floor(heap.length / 2) - 1; place >= 0; place -= 1) sink(heap, { place, before });
  for (let next = count; next < items.length; next += 1) {
    const item = items[next] ?? 0;
    if (!before(item, heap[0] ?? 0)) continue;
    heap[0] = item;
    sink(heap, { place: 0, before });
  }
  return heap.sort((one, other) => (before(one, other) ? -1 : 1));
};

const sink = (
  heap: number[],
  { place, before }: { place: number; before: (one: number, other: number) => boolean },
): void => {
  let parent = place;
  while (true) {
    const last = lastOf(heap, { parent, before });
    if (last === parent) return;
    [heap[parent], heap[last]] = [heap[last] ?? 0, heap[parent] ?? 0];
    parent = last;
  }
};

const lastOf = (
  heap: readonly number[],
  { parent, before }: { parent: number; before: (one: number, other: number) => boolean },
): number => {
  let last = parent;
  for (const child of [2 * parent + 1, 2 * parent + 2]) {
    if (child < heap.length && before(heap[last] ?? 0, heap[child] ?? 0)) last = child;
  }
  return last;
};
