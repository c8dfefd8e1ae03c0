import { cvFormPage } from "#client/cvs/cv-form-page.tsx";
import { filledFromFile } from "#client/cvs/read-cv-form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { findCvOf } from "#server/cvs/find-cv.ts";
import { personOf } from "#server/cvs/open-cv.ts";
import { usualLicences } from "#server/cvs/usual-licences.ts";
import type { Typed } from "#server/http/typed.ts";
import { type CaughtCv, tradesOf } from "#shared/cvs/caught-cv.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { understandOccupation } from "#shared/cvs/understood-occupation.ts";
import { skillById } from "#shared/referentials/skills.ts";
import { type Merged, mergeCaught } from "./merge-caught.ts";

type Owner = { readonly accountId: string; readonly email: string };

/** The person's own CV form, filled with what was read; nothing is saved before they agree. */
export const filledForm = async (owner: Owner, caught: CaughtCv): Promise<Page> => {
  const [cv, { phone }] = await Promise.all([findCvOf(owner.accountId), personOf(owner.accountId)]);
  return filledPage(owner, {
    ...mergeCaught(caught, { cv, phone }),
    cv,
    errors: {},
    read: tradesOf(caught).map(codeOf),
  });
};

/** The same form again, as it was typed. */
export const filledAgain = async (
  owner: Owner,
  { typed, errors }: { typed: Typed; errors: Readonly<Record<string, string>> },
): Promise<Page> => filledPage(owner, { typed, errors, leftOut: [], cv: await findCvOf(owner.accountId), read: [] });

type Filling = Merged & {
  readonly cv: Cv | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly read: readonly (string | null)[];
};

const filledPage = ({ email }: Owner, { typed, errors, leftOut, cv, read }: Filling): Page => {
  const codes = [...(cv?.occupations ?? []), ...read.filter((code) => code !== null)];
  const skills = [typed.skills ?? []].flat().map(skillById);
  const known = skills.filter((skill) => skill !== undefined);
  return {
    ...cvFormPage({
      version: cv?.version ?? 0,
      email,
      next: null,
      usualLicences: usualLicences(codes),
      filled: filledFromFile({ typed, errors, leftOut, before: cv !== null, skills: known }),
      typed,
      errors,
    }),
    personal: true,
  };
};

const codeOf = ({ label }: { label: string }): string | null => understandOccupation(label).occupation?.code ?? null;
