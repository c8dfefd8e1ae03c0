/**
 * A word or a code as a whole number of 53 bits, the same on every machine and for ever: saved searches keep tokens,
 * so that they need no dictionary. Two words of 100 000 share one with a probability of one in a million.
 */
export const tokenOf = (word: string): number => {
  const known = tokens.get(word);
  if (known !== undefined) return known;
  // Offers and searches repeat their words. Emptied, never let grow.
  if (tokens.size > 100_000) tokens.clear();
  const token = hash(word);
  tokens.set(word, token);
  return token;
};

const tokens = new Map<string, number>();

/** cyrb53 (public domain): two multiplicative hashes of 32 bits, mixed into each other. */
const hash = (word: string): number => {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    other = Math.imul(other ^ code, 1_597_334_677);
  }
  const low = mix(one, other);
  const high = mix(other, low) & 0x1f_ffff;
  return high * 2 ** 32 + (low >>> 0);
};

const mix = (one: number, other: number): number =>
  Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
