/** What part of a title each occupation has the words of, a rare word being a greater part; in its names, and in all. */
export type Cover = { readonly names: Float32Array; readonly all: Float32Array };

type Documents = readonly (readonly string[])[];

export const coverOf = (names: Documents, all: Documents): ((stems: readonly string[]) => Cover) => {
  const inNames = ownersOf(names);
  const inAll = ownersOf(all);
  const unseen = 0.5;
  const rarity = (stem: string): number => Math.log(1 + names.length / (inNames.get(stem)?.length ?? unseen));
  return (stems) => {
    const cover = { names: new Float32Array(names.length), all: new Float32Array(names.length) };
    const distinct = [...new Set(stems)];
    const total = distinct.reduce((sum, stem) => sum + rarity(stem), 0) || 1;
    for (const stem of distinct) {
      const part = rarity(stem) / total;
      addTo(cover.names, inNames.get(stem), part);
      addTo(cover.all, inAll.get(stem), part);
    }
    return cover;
  };
};

const addTo = (parts: Float32Array, owners: Uint16Array | undefined, part: number): void => {
  for (const owner of owners ?? none) parts[owner] = (parts[owner] ?? 0) + part;
};

const none = new Uint16Array(0);

const ownersOf = (documents: Documents): ReadonlyMap<string, Uint16Array> => {
  const owners = new Map<string, number[]>();
  documents.forEach((stems, owner) => {
    for (const stem of new Set(stems)) {
      const known = owners.get(stem);
      if (known === undefined) owners.set(stem, [owner]);
      else known.push(owner);
    }
  });
  return new Map([...owners].map(([stem, found]) => [stem, Uint16Array.from(found)]));
};
