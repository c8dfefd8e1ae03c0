import { catcherPage, type Fitting } from "#client/cvs/catcher-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { findCvOf } from "#server/cvs/find-cv.ts";
import type { Again } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { today } from "#server/platform/clock.ts";
import { CaughtCv } from "#shared/cvs/caught-cv.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { type Actor, isMember } from "#shared/kernel/actor.ts";
import { understandCaught } from "./understand-caught.ts";

/** The offers that fit a CV nobody posted: matching comes after this slice, and is handed in. */
export type FittingOffers = (cv: Cv, options: { actor: Actor; limit: number }) => Promise<Fitting>;

type Shown = {
  readonly typed: Typed;
  readonly actor: Actor;
  readonly limit: number;
  readonly fitting: FittingOffers;
  readonly kept?: boolean;
};

/** Offers shown before one asks for more. */
export const shownFirst = 3;

/** The page of findings with its offers; a word we do not know asks to be corrected before there are any. */
export const showCaught = async ({ typed, actor, limit, fitting, kept = false }: Shown): Promise<Page> => {
  const caught = CaughtCv.parse(typed);
  const cv = { ...understandCaught(caught), blockedCompanyIds: await shutOutBy(actor) };
  const seeking = cv.occupations.length > 0;
  return catcherPage({
    typed,
    errors: {},
    read: caught.read,
    offers: seeking ? await fitting(cv, { actor, limit }) : nothing,
    seeking,
    kept,
    canSave: canSave(actor),
    today: today(),
  });
};

/** The same page, as it was typed, with what is wrong. */
export const showWrong = (actor: Actor, { typed, errors }: Pick<Again, "typed" | "errors">): Page =>
  catcherPage({
    typed,
    errors,
    read: CaughtCv.shape.read.parse(typed.read),
    offers: null,
    seeking: true,
    kept: false,
    canSave: canSave(actor),
    today: today(),
  });

/** Companies that the signed-in person shut out: whatever file they read, those offers are not for them. */
const shutOutBy = async (actor: Actor): Promise<string[]> =>
  isMember(actor) && actor.role === "candidate" ? ((await findCvOf(actor.accountId))?.blockedCompanyIds ?? []) : [];

const nothing: Fitting = { leads: [], total: 0, from: null };

/** Recruiters and staff may look, for someone beside them; the CV they would save is not theirs. */
const canSave = (actor: Actor): boolean => !isMember(actor) || actor.role === "candidate";
