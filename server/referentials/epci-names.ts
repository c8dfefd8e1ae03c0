import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

let names: ReadonlyMap<string, string> | null = null;

type GroupRow = { readonly code: string; readonly nom: string };

/** The name of a group of communes (EPCI) by its SIREN; read once, when somebody first asks. */
export const epciName = (code: string): string | undefined => {
  names ??= new Map(
    (
      JSON.parse(
        readFileSync(require.resolve("@etalab/decoupage-administratif/data/epci.json"), "utf8"),
      ) as readonly GroupRow[]
    ).map(({ code: siren, nom }) => [siren, nom]), // the package is pinned by the lock file, so its shape is trusted
  );
  return names.get(code);
};
