/**
 * Among many spellings, those that share the most pieces of `size` letters with one, for their length, and that are no
 * more than two letters longer or shorter: the only ones worth comparing letter by letter. Gives their places.
 */
export const nearSpellings = (
  spellings: readonly string[],
  { size, looked }: { readonly size: number; readonly looked: number },
): ((asked: string) => number[]) => {
  const postings = postingsOf(spellings, size);
  const lengths = Uint16Array.from(spellings, ({ length }) => length);
  return (asked) => {
    const shared = new Uint8Array(lengths.length);
    for (const piece of piecesOf(asked, size)) countPlaces(postings.get(piece) ?? none, shared);
    return nearest(shared, { lengths, length: asked.length, looked }).map(({ place }) => place);
  };
};

type Alike = { readonly place: number; readonly share: number };

/** One more piece shared by each place. */
const countPlaces = (places: Uint16Array, shared: Uint8Array): void => {
  for (let at = 0, end = places.length; at < end; at++) {
    const place = places[at] ?? 0;
    shared[place] = (shared[place] ?? 0) + 1;
  }
};

type Wanted = { readonly lengths: Uint16Array; readonly length: number; readonly looked: number };

/**
 * The places that share the most pieces for their length, best first, the earlier of two alike before: at least two
 * pieces, and about as long. One walk over all, keeping the best, costs less than sorting a list of them.
 */
const nearest = (shared: Uint8Array, { lengths, length, looked }: Wanted): Alike[] => {
  const best: Alike[] = [];
  for (let place = 0; place < shared.length; place++) {
    const count = shared[place] ?? 0;
    if (count < 2) continue;
    const own = lengths[place] ?? 0;
    if (Math.abs(own - length) <= 2) keepBest(best, { place, share: count / (own + length) }, looked);
  }
  return best;
};

const keepBest = (best: Alike[], one: Alike, looked: number): void => {
  if (best.length >= looked && one.share <= (best[best.length - 1]?.share ?? 0)) return;
  let at = best.length;
  while (at > 0 && one.share > (best[at - 1]?.share ?? 0)) at--;
  best.splice(at, 0, one);
  if (best.length > looked) best.pop();
};

const none = new Uint16Array(0);

const piecesOf = (spelled: string, size: number): Set<string> => {
  const padded = `^${spelled}$`;
  const pieces = new Set<string>();
  for (let at = 0; at + size <= padded.length; at++) pieces.add(padded.slice(at, at + size));
  return pieces;
};

const postingsOf = (spellings: readonly string[], size: number): ReadonlyMap<string, Uint16Array> => {
  const places = new Map<string, number[]>();
  spellings.forEach((spelled, place) => {
    for (const piece of piecesOf(spelled, size)) {
      const posting = places.get(piece);
      if (posting === undefined) places.set(piece, [place]);
      else posting.push(place);
    }
  });
  return new Map([...places].map(([piece, all]) => [piece, Uint16Array.from(all)]));
};
