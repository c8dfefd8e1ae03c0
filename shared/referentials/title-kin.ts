/** What speaks for the occupations most alike by all their words speaks for each, in proportion. */
export type Kin = (values: Float32Array) => Float32Array;

export const kinOf = (documents: readonly (readonly string[])[]): Kin => {
  const kin = likenesses(documents);
  return (values) => {
    const spoken = new Float32Array(kin.length);
    for (let self = 0; self < kin.length; self++) {
      const { owners, shares } = kin[self] ?? nobody;
      let sum = 0;
      for (let at = 0; at < owners.length; at++) sum += (shares[at] ?? 0) * (values[owners[at] ?? 0] ?? 0);
      spoken[self] = sum;
    }
    return spoken;
  };
};

const looked = 12;

/** Words that more of the occupations have tell nothing of which are alike, and would take most of the time. */
const tooCommon = 0.08;

type Alike = { readonly owners: Uint16Array; readonly shares: Float32Array };

const nobody: Alike = { owners: new Uint16Array(0), shares: new Float32Array(0) };

const likenesses = (documents: readonly (readonly string[])[]): Alike[] => {
  const bags = bagsOf(documents);
  const postings = new Map<string, { readonly owner: number; readonly weight: number }[]>();
  bags.forEach((bag, owner) => {
    for (const [stem, weight] of bag) {
      const posting = postings.get(stem);
      if (posting === undefined) postings.set(stem, [{ owner, weight }]);
      else posting.push({ owner, weight });
    }
  });
  return bags.map((bag, self) => {
    const sums = new Float32Array(documents.length);
    for (const [stem, weight] of bag)
      for (const other of postings.get(stem) ?? [])
        sums[other.owner] = (sums[other.owner] ?? 0) + weight * other.weight;
    sums[self] = 0;
    return nearest(sums);
  });
};

const nearest = (sums: Float32Array): Alike => {
  const owners = [...sums.keys()]
    .filter((owner) => (sums[owner] ?? 0) > 0)
    .sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b)
    .slice(0, looked);
  const total = owners.reduce((sum, owner) => sum + (sums[owner] ?? 0), 0) || 1;
  return { owners: Uint16Array.from(owners), shares: Float32Array.from(owners, (owner) => (sums[owner] ?? 0) / total) };
};

const bagsOf = (documents: readonly (readonly string[])[]): ReadonlyMap<string, number>[] => {
  const counted = documents.map((stems) => {
    const counts = new Map<string, number>();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return counts;
  });
  const having = new Map<string, number>();
  for (const counts of counted) for (const stem of counts.keys()) having.set(stem, (having.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => Math.log(documents.length / (having.get(stem) ?? 1));
  return counted.map((counts) => {
    const all = [...counts]
      .filter(([stem]) => (having.get(stem) ?? 0) <= Math.max(2, documents.length * tooCommon))
      .map(([stem, count]): [string, number] => [stem, (1 + Math.log(count)) * rarity(stem)]);
    const length = Math.sqrt(all.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(all.map(([stem, weight]) => [stem, weight / length]));
  });
};
