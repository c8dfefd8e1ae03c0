import { diplomas } from "./diplomas.ts";
import { equipmentLicences } from "./equipment-licences.ts";

export const licenceKinds = ["driving", "caces", "electrical", "diploma", "certificate"] as const;
export type LicenceKind = (typeof licenceKinds)[number];

export type Licence = {
  /** Kebab-case and stable: "permis-b", "caces-r489-1a", "deas". */
  readonly code: string;
  readonly label: string;
  readonly kind: LicenceKind;
  /** What holds together on a form: the heading under which it is offered. */
  readonly family: string;
  /** Other ways of writing it. */
  readonly phrases: readonly string[];
};

/** The closed list of driving licences, certificates and diplomas that an offer may ask for. */
export const licences: readonly Licence[] = [...equipmentLicences, ...diplomas];

const byCode = new Map(licences.map((licence) => [licence.code, licence]));

export const licenceByCode = (code: string): Licence | undefined => byCode.get(code);
