/** So many values by key; what nobody asked for longest goes first. */
export type Keeping<Key, Value> = {
  readonly get: (key: Key) => Value | undefined;
  readonly set: (key: Key, value: Value) => void;
};

export const keepMost = <Key, Value>(most: number): Keeping<Key, Value> => {
  const kept = new Map<Key, Value>();
  return {
    get: (key) => {
      const value = kept.get(key);
      if (value === undefined || !kept.delete(key)) return undefined;
      kept.set(key, value);
      return value;
    },
    set: (key, value) => {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
};
