/**
 * Works something out of a list on first need, and again once the list was replaced: an import of the official
 * referentials puts new lists where the built-in ones were.
 */
export const derivedFrom = <Source, Result>(source: () => Source, work: (source: Source) => Result): (() => Result) => {
  let kept: { readonly source: Source; readonly result: Result } | null = null;
  return () => {
    const current = source();
    if (kept === null || kept.source !== current) kept = { source: current, result: work(current) };
    return kept.result;
  };
};
