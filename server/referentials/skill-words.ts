import { analyse } from "#shared/referentials/french.ts";

/** The same for « Abattre un arbre » and « Abattre des arbres ». */
export const skillWords = (label: string): string => [...new Set(analyse(label))].sort().join(" ");
