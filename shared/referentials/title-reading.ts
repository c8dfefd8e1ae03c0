import { stem, words } from "./french.ts";
import { type TextFeatures, type TitleFeatures, textFeatures, titleFeatures } from "./title-features.ts";
import { type Field, fieldOf } from "./title-field.ts";
import type { TitleSource } from "./title-source.ts";

/** An occupation, read once for all that is made of it. */
export type ReadSource = {
  readonly label: TitleFeatures;
  readonly named: readonly TitleFeatures[];
  /** Its names letter by letter, without spaces. */
  readonly spelled: readonly string[];
  readonly texts: readonly TextFeatures[];
};

/** Yields now and then: there may be twenty thousand names and fifty thousand texts. */
export function* readSources(sources: readonly TitleSource[]): Generator<void, readonly ReadSource[]> {
  const readText = textReader();
  const read: ReadSource[] = [];
  for (const { masculine, feminine, synonyms, texts = [] } of sources) {
    const folded = [masculine, feminine, ...synonyms].map(words).filter(({ length }) => length > 0);
    read.push({
      label: titleFeatures(words(masculine)),
      named: distinctNames(folded),
      spelled: [...new Set(folded.map((each) => each.join("")))],
      texts: texts.map(readText),
    });
    if (read.length % atOnce === 0) yield;
  }
  return read;
}

const atOnce = 100;

/** Both genders of a name mostly give the same stems: one is enough. */
const distinctNames = (names: readonly (readonly string[])[]): TitleFeatures[] => {
  const byStems = new Map<string, readonly string[]>();
  for (const name of names) {
    const key = name.map(stem).join(" ");
    if (!byStems.has(key)) byStems.set(key, name);
  }
  return [...byStems.values()].map(titleFeatures);
};

/** Occupations share their skills and their knowledge: each is read once. */
const textReader = (): ((text: string) => TextFeatures) => {
  const read = new Map<string, TextFeatures>();
  return (text) => {
    const features = read.get(text) ?? textFeatures(words(text));
    read.set(text, features);
    return features;
  };
};

/** The occupations of a group read together: what a title is about, when no occupation has its words. */
export const groupReader = (groups: readonly string[], documents: readonly (readonly string[])[]): Field => {
  const distinct = [...new Set(groups)];
  const place = new Map(distinct.map((group, at) => [group, at]));
  const pooled = distinct.map((): string[] => []);
  const groupAt = groups.map((group) => place.get(group) ?? 0);
  documents.forEach((stems, owner) => {
    const pool = pooled[groupAt[owner] ?? 0];
    for (const stem of stems) pool?.push(stem);
  });
  const field = fieldOf(pooled, { lengthWeight: 0.75 });
  return (stems) => {
    const found = field(stems);
    const shared = new Float32Array(groupAt.length);
    for (let owner = 0; owner < groupAt.length; owner++) shared[owner] = found[groupAt[owner] ?? 0] ?? 0;
    return shared;
  };
};

export const domainOf = ({ code }: TitleSource): string => code.slice(0, 3);
export const parentOf = ({ code, parent }: TitleSource): string => parent ?? code;
