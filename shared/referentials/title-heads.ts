/** How the names of each occupation begin: what one is (« vendeur »), the rest saying of what. */
export type Heads = {
  /** 1 for each occupation that has a name with this head. */
  readonly any: Float32Array;
  /** What share of the occupation's names begin so. */
  readonly share: Float32Array;
  /** What share of the names that begin so are the occupation's. */
  readonly owner: Float32Array;
};

export const headsOf = (
  named: readonly (readonly { readonly head: readonly string[] }[])[],
): ((head: readonly string[]) => Heads) => {
  const counts = new Map<string, Map<number, number>>();
  named.forEach((names, owner) => {
    for (const { head } of names)
      for (const stem of head) {
        const owners = counts.get(stem) ?? new Map<number, number>();
        counts.set(stem, owners.set(owner, (owners.get(owner) ?? 0) + 1));
      }
  });
  return ([stem = ""]) => {
    const heads = {
      any: new Float32Array(named.length),
      share: new Float32Array(named.length),
      owner: new Float32Array(named.length),
    };
    const owners = counts.get(stem) ?? new Map<number, number>();
    const all = [...owners.values()].reduce((sum, count) => sum + count, 0);
    for (const [owner, count] of owners) {
      heads.any[owner] = 1;
      // one more, so that an occupation of one name does not have all of them begin so
      heads.share[owner] = count / ((named[owner]?.length ?? 0) + 1);
      heads.owner[owner] = count / all;
    }
    return heads;
  };
};
