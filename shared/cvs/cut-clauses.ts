/**
 * The text without what it says of a forbidden matter, and without the time it gives it: a sentence often tells a job
 * beside it ("Après un congé parental j’ai repris comme…"), and the job stays.
 */
export const cutClauses = (text: string, matters: readonly RegExp[]): string => {
  const parts = text.split(separator); // clauses, and between two of them what parts them
  const left = parts.map((part, at) => (at % 2 === 0 ? withoutMatter(part, matters) : part));
  if (left.every((part, at) => part === parts[at])) return text;
  const gone = left.map((part, at) => part === "" && parts[at] !== "");
  const timeBeside = (at: number, beside: number): boolean => gone[beside] === true && !says(parts[at] ?? "");
  for (let at = 2; at < parts.length; at += 2) gone[at] ||= timeBeside(at, at - 2);
  for (let at = parts.length - 3; at >= 0; at -= 2)
    gone[at] ||= timeBeside(at, at + 2) && !/[.!?]/.test(parts[at + 1] ?? "");
  const kept = left.filter((_, at) => !gone[at]).join("");
  return says(kept) ? kept : "";
};

/** Same length as the text, so that a place in one is a place in the other. */
export const plain = (text: string): string =>
  text
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[^\x20-\x7e]/g, (letter) => letter.normalize("NFKD").replace(/\p{M}/gu, "").charAt(0) || " ")
    .toLowerCase();

/** Kept by `split`, so that what is allowed is put together as it was. */
const separator =
  /(\s*[,;|•·()]\s*|\s[-–—/]\s| {2,}|[.!?] |\s(?=puis\b|ensuite\b)|\set (?=j['’ ]|je |depuis|puis|ensuite|apr[èe]s|maintenant))/i;

/** What stands before the words that lead to the matter, and what the person did after it, if either tells anything. */
const withoutMatter = (clause: string, matters: readonly RegExp[]): string => {
  const words = plain(clause);
  const found = matters.flatMap((matter) => [...words.matchAll(matter)]);
  if (found.length === 0) return clause;
  const first = Math.min(...found.map(({ index }) => index));
  const last = Math.max(...found.map(({ index, ...match }) => index + match[0].length));
  const lead = leading.exec(words.slice(0, first));
  const head = lead === null ? "" : clause.slice(0, lead.index);
  const next = words.slice(last).search(/\b(?:j'|je )/);
  const tail = next < 0 ? "" : clause.slice(last + next);
  return [head, tail].filter(says).join(" ");
};

/** "jusqu’à mon", "pour", "suite à un": what follows is why or when, and what stands before was told for itself. */
const leading =
  /\s(?:et|avant|apres|depuis|pour|pendant|durant|malgre|avec|suite a|lors de?|jusqu'(?:a|au|en)|a cause de?|en raison de?|du fait de?|(?<!\b(?:suis|etais|ete|parti|partie|mise?) )en)(?: |')(?:(?:un|une|mon|ma|mes|le|la|l|des|de|du|d|au|en|long|longue)(?: |'))*(?:\S+ ){0,1}$/;

/** Whether words are left once time, and the verbs that only carry it, are taken away. */
const says = (clause: string): boolean =>
  /[a-z]{2}|\d{6}|(?:\d\d[ .]){4}\d\d/.test(plain(clause).replace(carriers, " "));

const carriers =
  /\b(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|ans?|annees?|mois|de|du|des|d|a|au|en|entre|et|depuis|pendant|durant|jusque?|puis|ensuite|debut|fin|un|une|deux|trois|quatre|cinq|j'|je|ai|ete|suis|etais|avais|m'|me|mon|ma|pris|prise|arrete|arretee|interrompu|cesse|quitte|pause|arret|activite|travailler|professionnelle|vie)\b/g;
