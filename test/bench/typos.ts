const letters = "abcdefghijklmnopqrstuvwxyz";

/** One letter dropped, added, replaced, or swapped with the next. */
export const typo = (text: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 2));
  const letter = letters[Math.floor(random() * letters.length)] ?? "a";
  const damages = [
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + letter + text.slice(at + 1),
    text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2),
  ];
  return damages[Math.floor(random() * damages.length)] ?? text;
};

/** The same numbers each time, from 0 to 1. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};
