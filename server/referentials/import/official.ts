/**
 * What the official files say, made plain, in parts that are imported and replaced each by itself. They are kept as
 * they are and merged with what we wrote at each start, so that an update of the product needs no new import.
 */
export type OfficialParts = {
  readonly rome: OfficialRome;
  /** "zones d’emploi" of INSEE. */
  readonly "employment-zones": AreaMap;
  /** "bassins d’emploi" of France Travail. */
  readonly basins: AreaMap;
};

export const partNames = ["rome", "employment-zones", "basins"] as const satisfies readonly (keyof OfficialParts)[];
export type PartName = (typeof partNames)[number];

export type OfficialRome = {
  /** "460" for unix_…_v460_utf8.csv. */
  readonly edition: string;
  readonly occupations: readonly OfficialOccupation[];
  readonly skills: readonly OfficialSkill[];
};

export type OfficialOccupation = {
  /** ROME 4.0 code. */
  readonly code: string;
  readonly masculine: string;
  readonly feminine: string;
  /** The occupation it is a special case of; its own code when it is none's. */
  readonly parent: string;
  /** Its other names (appellations), in both forms. */
  readonly names: readonly string[];
  /** Its definition, how one comes to it, what one must know; absent from what was imported before they were read. */
  readonly texts?: readonly string[];
  /** OGR codes of skills, those at its heart first. */
  readonly skills: readonly string[];
  readonly coreSkills: number;
  /** Codes of occupations one can move to, nearest first. */
  readonly mobility: readonly string[];
};

export type OfficialSkill = {
  /** OGR code. */
  readonly code: string;
  readonly label: string;
  /** What the label is compared by, worked out once: seventeen thousand labels take a second. */
  readonly words: string;
};

/** Areas by their code, and for each commune (INSEE code) the code of the area it lies in. */
export type AreaMap = {
  readonly names: Readonly<Record<string, string>>;
  readonly byCommune: Readonly<Record<string, string>>;
};

/** Why a line of a file was left out, in French: the person who runs the import reads it. */
export type Refusal = { readonly file: string; readonly line: number; readonly reason: string };
