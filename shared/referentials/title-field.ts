/** How much each document resembles a bag of features; the best is 1 when any does, the others in proportion. */
export type Field = (features: readonly string[]) => Float32Array;

/** One text for each occupation, as its features, repeated as they are in it. */
export type Documents = readonly (readonly string[])[];

/** BM25, the usual measure: rare features count more, repeating one counts less and less, long texts are held back. */
export const fieldOf = (documents: Documents, { lengthWeight }: { readonly lengthWeight: number }): Field => {
  const postings = postingsOf(documents, lengthWeight);
  return (features) => {
    const sums = new Float32Array(documents.length);
    for (const feature of new Set(features)) {
      const posting = postings.get(feature);
      if (posting === undefined) continue;
      const { owners, weights } = posting;
      for (let at = 0; at < owners.length; at++) {
        const owner = owners[at] ?? 0;
        sums[owner] = (sums[owner] ?? 0) + (weights[at] ?? 0);
      }
    }
    return scaled(sums);
  };
};

/** Divided by the greatest, so that fields of unlike sizes can be weighed together. */
export const scaled = (sums: Float32Array): Float32Array => {
  let greatest = 0;
  for (const sum of sums) if (sum > greatest) greatest = sum;
  if (greatest > 0) for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) / greatest;
  return sums;
};

const saturation = 1.2;

type Posting = { readonly owners: Uint16Array; readonly weights: Float32Array };

const postingsOf = (documents: Documents, lengthWeight: number): ReadonlyMap<string, Posting> => {
  const counts = countsOf(documents);
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / (documents.length || 1) || 1;
  const postings = new Map<string, Posting>();
  for (const [feature, { owners, times }] of counts) {
    const rarity = Math.log(1 + (documents.length - owners.length + 0.5) / (owners.length + 0.5));
    const weights = owners.map((owner, at) => {
      const length = (documents[owner]?.length ?? 0) / mean;
      const tf = times[at] ?? 0;
      return (rarity * tf * (saturation + 1)) / (tf + saturation * (1 - lengthWeight + lengthWeight * length));
    });
    postings.set(feature, { owners: Uint16Array.from(owners), weights: Float32Array.from(weights) });
  }
  return postings;
};

type Counts = { readonly owners: number[]; readonly times: number[] };

const countsOf = (documents: Documents): ReadonlyMap<string, Counts> => {
  const counts = new Map<string, Counts>();
  documents.forEach((features, owner) => {
    for (const feature of features) {
      const found = counts.get(feature);
      if (found === undefined) counts.set(feature, { owners: [owner], times: [1] });
      else if (found.owners[found.owners.length - 1] === owner)
        found.times[found.times.length - 1] = (found.times[found.times.length - 1] ?? 0) + 1;
      else {
        found.owners.push(owner);
        found.times.push(1);
      }
    }
  });
  return counts;
};
