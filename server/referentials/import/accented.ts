/** The official files leave the accent off a capital E: "Electricien" → "Électricien", but not "Expert" nor "Employé". */
export const accented = (text: string): string =>
  text.replace(
    /(?<![\p{L}\p{N}])E(?=(?:[cfgpt][lr]|ch|qu|[bcdfghlmnprtv])[aeiouyéèêàâîôû])/gu,
    (capital, at: number) => (english.test(text.slice(at)) ? capital : "É"),
  );

const english = /^E(?:vent\b|merchand|mail(?:ing)?\b|ditor\b)/;
