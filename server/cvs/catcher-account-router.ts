import { accountWords } from "#client/accounts/account-words.ts";
import { catcherAddressPage, catcherCodePage, catcherNamePage } from "#client/cvs/catcher-account-pages.tsx";
import { catcherWords } from "#client/cvs/catcher-words.ts";
import { occupationLabel } from "#client/cvs/cv-facts.tsx";
import { cvWords, savedForStaffNotice, savedNotice } from "#client/cvs/cv-words.ts";
import { typedCaught } from "#client/cvs/typed-caught.ts";
import { afterEntrance } from "#server/accounts/after-entrance.ts";
import { countCode, countSignIn, forgiveTries } from "#server/accounts/count-tries.ts";
import { findActor } from "#server/accounts/sessions.ts";
import { createAccount, type Entrance, signInWithCode } from "#server/accounts/sign-in.ts";
import { sendSignInCode } from "#server/accounts/sign-in-codes.ts";
import { routes } from "#server/http/routes.ts";
import { type Done, type Shown, serveForm } from "#server/http/serve-form.ts";
import type { Typed } from "#server/http/typed.ts";
import { catcherContracts } from "#shared/cvs/catcher-contracts.ts";
import type { CaughtCv } from "#shared/cvs/caught-cv.ts";
import { draftedLanguages } from "#shared/cvs/cv-draft.ts";
import { type Actor, isMember } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { filledAgain, filledForm } from "./catcher/filled-form.ts";
import { showWrong } from "./catcher/show-caught.ts";
import { understandCaught } from "./catcher/understand-caught.ts";
import { explainErrors } from "./explain-errors.ts";
import { saveCv } from "./save-cv.ts";

/** From a CV that was read to a CV that is saved. Until the person has an account, the pages alone hold what was read. */
export const catcherAccountRouter = routes({ ...accountWords, ...cvWords, ...catcherWords });

serveForm(catcherAccountRouter, catcherContracts.saveCaught, {
  handle: async ({ body }) => understandCaught(body),
  done: async (_reply, { actor, body }) =>
    isMember(actor)
      ? { page: await formOf(actor, body) }
      : { page: catcherAddressPage({ typed: typedCaught(body), errors: {} }) },
  again: ({ actor }, again) => showWrong(actor, again),
});

serveForm(catcherAccountRouter, catcherContracts.askCode, {
  handle: async ({ body, request }) => {
    await countSignIn(request.ip, body.email);
    return sendSignInCode(body.email, "/lire-mon-cv");
  },
  done: ({ codeId }, { body }) => ({
    page: catcherCodePage({ codeId, email: body.email, typed: typedCaught(body), errors: {} }),
  }),
  again: (_input, again) => catcherAddressPage(again),
});

serveForm(catcherAccountRouter, catcherContracts.enterCode, {
  // A second press of the button finds the code used, and the person already in.
  handle: async ({ actor, body, request }): Promise<Entrance | Actor> => {
    if (isMember(actor)) return actor;
    await countCode(request.ip);
    const entrance = await signInWithCode(body.codeId, body.code);
    await forgiveTries(request.ip, 2);
    return entrance;
  },
  done: (entrance, { body }) => afterStep(entrance, body),
  again: (_input, { typed, errors }) =>
    catcherCodePage({ codeId: textOf(typed, "codeId"), email: textOf(typed, "email"), typed, errors }),
});

serveForm(catcherAccountRouter, catcherContracts.createAccount, {
  handle: async ({ actor, body: { registration, firstName, lastName } }): Promise<Entrance | Actor> =>
    isMember(actor) ? actor : createAccount(registration, { firstName, lastName, role: "candidate" }),
  done: (entrance, { body }) => afterStep(entrance, body),
  again: (_input, { typed, errors }) => catcherNamePage({ registration: textOf(typed, "registration"), typed, errors }),
});

serveForm(catcherAccountRouter, catcherContracts.saveCv, {
  handle: ({ actor, body }) =>
    saveCv(actor, body, { skills: body.skills, diplomas: body.diplomas, languages: draftedLanguages(body) }),
  done: (cv, { body }) => ({
    to: "/mes-pistes",
    notice: (cv.visibility === body.visibility ? savedNotice : savedForStaffNotice)(
      cv.occupations.map(occupationLabel),
    ),
  }),
  again: ({ actor }, again) => filledAgain(actor, { typed: again.typed, errors: explainErrors(again) }),
});

const afterStep = async (entrance: Entrance | Actor, caught: CaughtCv): Promise<Done | Shown> => {
  if ("accountId" in entrance) return { page: await formOf(entrance, caught) };
  if ("registration" in entrance)
    return {
      page: catcherNamePage({ registration: entrance.registration, typed: typedCaught(caught), errors: {} }),
    };
  if (!("session" in entrance) || entrance.role !== "candidate") return afterEntrance(entrance as Entrance, null);
  const actor = await findActor(entrance.session);
  return { page: await formOf(actor, caught), session: entrance.session };
};

const formOf = (actor: Actor, caught: CaughtCv) => {
  if (!isMember(actor) || actor.role !== "candidate") throw new Failure("forbidden", "only-candidates");
  return filledForm(actor, caught);
};

const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};
