import type { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";
import { now } from "#server/platform/clock.ts";
import { idFor } from "#server/platform/fields.ts";

/** The fields a file may take from the other where it says nothing. */
const fillable = ["naf", "sector", "address", "size", "website", "description"] as const;

export type Absorbed = {
  readonly set: Partial<CompanyDocument>;
  readonly takenIds: readonly Types.ObjectId[];
  readonly filled: readonly string[];
};

type Files = { readonly kept: CompanyDocument; readonly gone: CompanyDocument };
type By = { readonly mergeId: string; readonly officerId: Types.ObjectId };

/** What the kept file becomes with everything of the other; the same again when it is done twice. */
export const absorb = ({ kept, gone }: Files, by: By): Absorbed => {
  const contacts = missing(kept.contacts, gone.contacts).filter(
    (one) => !kept.contacts.some((twin) => same(twin, one)),
  );
  const notes = [...missing(kept.notes, gone.notes), ...missing(kept.notes, saidOnThread({ kept, gone }, by))];
  const needs = missing(kept.needs, gone.needs);
  const agreements = missing(kept.agreements, gone.agreements);
  const places = missing(kept.establishments, placesOf({ kept, gone }, by));
  const filled = fillable.filter((field) => kept[field] === null && gone[field] !== null);
  const action = kept.nextAction === null && gone.nextAction !== null;
  return {
    set: {
      ...Object.fromEntries(filled.map((field) => [field, gone[field]])),
      contacts: [...kept.contacts, ...contacts],
      notes: [...kept.notes, ...notes].sort((one, other) => one.at.getTime() - other.at.getTime()),
      needs: [...kept.needs, ...needs],
      agreements: [...kept.agreements, ...agreements],
      establishments: [...kept.establishments, ...places],
      otherIds: gone.otherIds.reduce(withId, kept.otherIds).filter((id) => !id.equals(kept._id)),
      accompanied: kept.accompanied || gone.accompanied,
      lastContactAt: later(kept.lastContactAt, gone.lastContactAt),
      ...(action && { nextAction: gone.nextAction }),
    },
    takenIds: [...contacts, ...notes, ...needs, ...agreements, ...places].map(({ id }) => id),
    filled: [...filled, ...(action ? ["nextAction"] : [])],
  };
};

type Line = { readonly id: Types.ObjectId };

const missing = <One extends Line>(here: readonly One[], there: readonly One[]): One[] =>
  there.filter((one) => !here.some(({ id }) => id.equals(one.id)));

type Contact = CompanyDocument["contacts"][number];

const same = (one: Contact, other: Contact): boolean =>
  one.name === other.name && one.phone === other.phone && one.email === other.email && one.role === other.role;

const withId = (ids: Types.ObjectId[], id: Types.ObjectId): Types.ObjectId[] =>
  ids.some((one) => one.equals(id)) ? ids : [...ids, id];

const later = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one;

/** Another SIRET is another place of the same company; the only one known becomes the file's own, once it is free. */
const placesOf = ({ kept, gone }: Files, { mergeId }: By): CompanyDocument["establishments"] => [
  ...gone.establishments,
  ...(gone.siret !== null && kept.siret !== null && gone.siret !== kept.siret
    ? [{ id: idFor(`${mergeId} place`), siret: gone.siret, commune: gone.commune, address: gone.address }]
    : []),
];

/** The thread says that they became one, and what both had planned. */
const saidOnThread = ({ kept, gone }: Files, { mergeId, officerId }: By): CompanyDocument["notes"] => {
  const line = (what: string, text: string) => ({
    id: idFor(`${mergeId} ${what}`),
    at: now(),
    by: officerId,
    kind: "note" as const,
    text,
  });
  const { nextAction } = gone;
  const twice = nextAction !== null && kept.nextAction !== null && nextAction.what !== kept.nextAction.what;
  return [
    line("merged", `Fiche réunie avec « ${gone.name} », ${gone.commune.name}.`),
    ...(twice ? [line("planned", `Aussi prévu sur l’autre fiche : ${nextAction.what}, le ${nextAction.on}.`)] : []),
  ];
};
