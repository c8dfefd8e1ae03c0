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
    for (const piece of piecesOf(asked, size)) {
      const places = postings.get(piece) ?? none;
      for (let at = 0; at < places.length; at++) shared[places[at] ?? 0] = (shared[places[at] ?? 0] ?? 0) + 1;
    }
    const alike: { readonly place: number; readonly share: number }[] = [];
    shared.forEach((count, place) => {
      const length = lengths[place] ?? 0;
      if (count > 1 && Math.abs(length - asked.length) <= 2)
        alike.push({ place, share: count / (length + asked.length) });
    });
    return alike
      .sort((a, b) => b.share - a.share || a.place - b.place)
      .slice(0, looked)
      .map(({ place }) => place);
  };
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
