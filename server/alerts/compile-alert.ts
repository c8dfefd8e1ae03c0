import type { AlertQuery } from "#shared/alerts/alert.ts";
import { compileSearch } from "#shared/alerts/compile-search.ts";
import { packSearch, type SearchForm } from "#shared/alerts/search-form.ts";
import { compilerStamp } from "#shared/alerts/trades-named.ts";

/** A search as the engine reads it, and the state of the referentials it was compiled with. */
export type CompiledAlert = { stamp: string; form: string };

export const compileAlert = (query: AlertQuery): CompiledAlert => {
  const { buffer, byteOffset, byteLength } = packSearch(compileSearch(query));
  return { stamp: compilerStamp(), form: Buffer.from(buffer, byteOffset, byteLength).toString("base64") };
};

/** Null when it must be compiled again: other occupations, another reading of French, or an alert older than this. */
export const formOf = (compiled: CompiledAlert | null | undefined): SearchForm | null => {
  if (compiled?.stamp !== compilerStamp()) return null;
  const bytes = Uint8Array.from(Buffer.from(compiled.form, "base64")); // on a boundary of four bytes
  return new Int32Array(bytes.buffer);
};
