/** Texts made to be slow to read, each to be repeated as long as the service lets one be. */
export const hostilePieces: Readonly<Record<string, string>> = {
  "one letter": "a",
  "spaces between words": "a    b    ",
  permits: "permis B, ",
  certificates: "CACES R489 1, 2, 3, ",
  dates: "de janvier 2019 à mars 2020 ",
  digits: "1 2 3 4 5 6 7 8 9 ",
  "addresses of mail": "a.a.a.a@a.a.test.",
  commas: ", , ; ; - - / / ",
  languages: "anglais et espagnol, ",
  births: "né le né le ",
  titles: "conducteur de machine et ",
  skills: "préparation des repas, ",
  elisions: "d e d a l e ",
  places: "19000 Tulle ",
};

/** On one line, and on as many lines as are read. */
export const hostileTexts = (piece: string): string[] => [
  piece.repeat(40_000 / piece.length),
  Array.from({ length: 3000 }, (_, line) => `${piece.repeat(3)}${line}`).join("\n"),
];
