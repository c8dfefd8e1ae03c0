import { accountPage } from "#client/accounts/account-page.tsx";
import { accountNotices, accountWords } from "#client/accounts/account-words.ts";
import { codePage } from "#client/accounts/code-page.tsx";
import { keptFormPage } from "#client/accounts/kept-form-page.tsx";
import { linkPage } from "#client/accounts/link-page.tsx";
import { secondFactorPage } from "#client/accounts/second-factor-page.tsx";
import { signInPage } from "#client/accounts/sign-in-page.tsx";
import { welcomePage } from "#client/accounts/welcome-page.tsx";
import { findKeptForm } from "#server/http/kept-form.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { accountContracts } from "#shared/accounts/account-contracts.ts";
import { isOfficer, type Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { afterEntrance, suffix } from "./after-entrance.ts";
import { changePassword, hasPassword } from "./change-password.ts";
import { countCode, countSignIn, forgiveAddress, forgiveTries } from "./count-tries.ts";
import { reminderLink } from "./morning-reminder.ts";
import { enrolmentOf } from "./second-factor.ts";
import { closeSessions } from "./sessions.ts";
import {
  createAccount,
  secondFactorAccount,
  signInWithCode,
  signInWithLink,
  signInWithPassword,
  signInWithSecondFactor,
  signOut,
} from "./sign-in.ts";
import { findCode, findLink, sendSignInCode } from "./sign-in-codes.ts";

export const accountRouter = routes(accountWords);

servePage(accountRouter, accountContracts.signInPage, ({ query }) =>
  signInPage({
    next: query.suite,
    recruiting: recruits(query.suite),
    kept: query.garde === "oui",
    typed: {},
    errors: {},
  }),
);

serveForm(accountRouter, accountContracts.askCode, {
  handle: async ({ body, request }) => {
    await countSignIn(request.ip, body.email);
    if (!body.password) return sendSignInCode(body.email, body.suite);
    const entrance = await signInWithPassword(body.email, body.password);
    await forgiveTries(request.ip, 1);
    if ("session" in entrance) await forgiveAddress(request.ip, body.email);
    return entrance;
  },
  done: (reply, { body }) =>
    "codeId" in reply ? `/connexion/code/${reply.codeId}${suffix(body.suite)}` : afterEntrance(reply, body.suite),
  again: (_input, { typed, errors }) =>
    signInPage({ next: textOf(typed.suite), recruiting: recruits(textOf(typed.suite)), kept: false, typed, errors }),
});

servePage(accountRouter, accountContracts.codePage, async ({ params, query }) =>
  codePage({ ...(await codeFacts(params.codeId)), next: query.suite, typed: {}, errors: {} }),
);

serveForm(accountRouter, accountContracts.enterCode, {
  handle: async ({ body, params, request }) => {
    await countCode(request.ip);
    const entrance = await signInWithCode(params.codeId, body.code);
    await forgiveTries(request.ip, 2);
    return entrance;
  },
  done: (entrance, { body }) => afterEntrance(entrance, body.suite),
  again: async ({ params }, { typed, errors }) =>
    codePage({ ...(await codeFacts(params.codeId)), next: textOf(typed.suite), typed, errors }),
});

serveForm(accountRouter, accountContracts.resendCode, {
  handle: async ({ params, body, request }) => {
    const { email } = await codeFacts(params.codeId);
    await countSignIn(request.ip, email);
    return sendSignInCode(email, body.suite);
  },
  done: ({ codeId }, { body }) => ({
    to: `/connexion/code/${codeId}${suffix(body.suite)}`,
    notice: accountNotices.codeSentAgain,
  }),
});

servePage(accountRouter, accountContracts.linkPage, async ({ params, query }) => {
  if (!(await findLink(params.token, "signIn"))) throw new Failure("gone", "link-is-over");
  return linkPage({ token: params.token, next: query.suite });
});

serveForm(accountRouter, accountContracts.followLink, {
  handle: async ({ params, request }) => {
    const entrance = await signInWithLink(params.token);
    await forgiveTries(request.ip, 1);
    return entrance;
  },
  done: (entrance, { body }) => afterEntrance(entrance, body.suite),
});

servePage(accountRouter, accountContracts.secondFactorPage, async ({ params, query }) =>
  secondFactorPage({ ...(await secondFactorFacts(params.token)), next: query.suite, typed: {}, errors: {} }),
);

serveForm(accountRouter, accountContracts.enterSecondFactor, {
  handle: async ({ body, params, request }) => {
    await countCode(request.ip);
    const entrance = await signInWithSecondFactor(params.token, body.code);
    await forgiveTries(request.ip, 1);
    return entrance;
  },
  done: (entrance, { body }) => afterEntrance(entrance, body.suite),
  again: async ({ params }, { typed, errors }) =>
    secondFactorPage({ ...(await secondFactorFacts(params.token)), next: textOf(typed.suite), typed, errors }),
});

servePage(accountRouter, accountContracts.welcomePage, async ({ params, query }) => {
  if (!(await findLink(params.token, "register"))) throw new Failure("gone", "link-is-over");
  return welcomePage({
    token: params.token,
    next: query.suite,
    recruiting: recruits(query.suite),
    typed: {},
    errors: {},
  });
});

serveForm(accountRouter, accountContracts.createAccount, {
  handle: ({ params, body: { suite: _suite, ...given } }) => createAccount(params.token, given),
  done: (entrance, { body }) =>
    afterEntrance(entrance, body.role === "employer" ? "/employeur/inscription" : body.suite),
  again: ({ params }, { typed, errors }) =>
    welcomePage({
      token: params.token,
      next: textOf(typed.suite),
      recruiting: recruits(textOf(typed.suite)),
      typed,
      errors,
    }),
});

serveForm(accountRouter, accountContracts.signOut, {
  handle: ({ request }) => signOut(request.sessionToken),
  done: () => ({ to: "/", session: null, notice: accountNotices.signedOut }),
});

servePage(accountRouter, accountContracts.myAccountPage, async ({ actor }) =>
  accountPage({ ...(await accountFacts(actor)), errors: {} }),
);

serveForm(accountRouter, accountContracts.changePassword, {
  handle: ({ actor, body, request }) => changePassword(actor, body.newPassword, request.sessionToken),
  done: () => ({ to: "/mon-compte", notice: accountNotices.passwordChanged }),
  again: async ({ actor }, { errors }) => accountPage({ ...(await accountFacts(actor)), errors }),
});

serveForm(accountRouter, accountContracts.signOutEverywhere, {
  handle: ({ actor }) => closeSessions(actor.accountId),
  done: () => ({ to: "/connexion", session: null, notice: accountNotices.signedOutEverywhere }),
});

servePage(accountRouter, accountContracts.keptFormPage, async ({ params }) => {
  const kept = await findKeptForm(params.token);
  if (!kept) throw new Failure("gone", "link-is-over");
  return keptFormPage(kept);
});

const accountFacts = async (actor: Member) => ({
  actor,
  hasPassword: await hasPassword(actor.accountId),
  reminder: isOfficer(actor) ? reminderLink(actor.accountId) : null,
});

const codeFacts = async (codeId: string): Promise<{ codeId: string; email: string }> => {
  const code = await findCode(codeId);
  if (!code) throw new Failure("gone", "code-is-over");
  return { codeId, email: code.email };
};

const secondFactorFacts = async (token: string) => ({
  token,
  enrolment: await enrolmentOf(await secondFactorAccount(token)),
});

const recruits = (next: string | null): boolean => next?.startsWith("/employeur") ?? false;

const textOf = (typed: string | string[] | undefined): string | null =>
  typeof typed === "string" && typed ? typed : null;
