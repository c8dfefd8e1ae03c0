import type { VNode } from "preact";
import type { FindingSource } from "#shared/cvs/cv-findings.ts";

/** Longer than this, the words are cut: the person has their CV at hand. */
const longest = 140;

/** The words of the CV that a finding came from, as they were written. */
export const Quote = ({ source }: { source: FindingSource }): VNode => (
  <>
    « <mark>{cut(source.words)}</mark> »
  </>
);

/** The same after "Dans votre CV :", where it stands alone. */
export const Read = ({ sources }: { sources: readonly FindingSource[] }): VNode | null =>
  sources.length === 0 ? null : (
    <p class="small soft">
      Dans votre CV :{" "}
      {sources.slice(0, 3).map((source, place) => (
        <>
          {place > 0 && ", "}
          <Quote key={`${source.line} ${source.words}`} source={source} />
        </>
      ))}
    </p>
  );

const cut = (words: string): string => {
  const tidy = words.replace(/\s+/g, " ").trim();
  return tidy.length <= longest ? tidy : `${tidy.slice(0, longest).trimEnd()}…`;
};
