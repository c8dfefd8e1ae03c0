import { z } from "zod";
import { roles } from "#shared/kernel/actor.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, email, optionalText, text } from "#shared/kernel/input.ts";

/** Where to go once signed in: a path of this site, never another site. */
export const NextPath = z
  .string()
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .max(600)
  .nullable()
  .catch(null);

const token = z.string().min(20).max(100);
const Next = z.object({ suite: NextPath.default(null) });

/** Digits, however the person spaced them. */
const digits = z.preprocess(
  (typed) => (typeof typed === "string" ? typed.replace(/\s/g, "") : typed),
  z.string({ error: "required" }).regex(/^\d{6}$/, "code-is-six-digits"),
);

export const newAccountRoles = ["candidate", "employer"] as const;

export const accountContracts = {
  signInPage: contract({
    method: "get",
    path: "/connexion",
    access: "anyone",
    summary: "The page that asks for an e-mail address",
    query: z.object({
      suite: NextPath.default(null),

      garde: z.string().max(3).catch("").default(""),
    }),
    reply: "page",
  }),
  askCode: contract({
    method: "post",
    path: "/connexion",
    access: "anyone",
    summary: "Send a six-digit code to an address, or sign in with a password",
    body: z.object({ email: email(), password: optionalText({ max: 200 }), suite: NextPath.default(null) }),
    reply: "page",
  }),
  codePage: contract({
    method: "get",
    path: "/connexion/code/:codeId",
    access: "anyone",
    summary: "The page where the code is typed",
    params: z.object({ codeId: Id }),
    query: Next,
    reply: "page",
  }),
  enterCode: contract({
    method: "post",
    path: "/connexion/code/:codeId",
    access: "anyone",
    summary: "Sign in with the code",
    params: z.object({ codeId: Id }),
    query: Next,
    body: z.object({ code: digits, suite: NextPath.default(null) }),
    reply: "page",
  }),
  resendCode: contract({
    method: "post",
    path: "/connexion/code/:codeId/renvoi",
    access: "anyone",
    summary: "Send another code to the same address",
    params: z.object({ codeId: Id }),
    body: z.object({ suite: NextPath.default(null) }),
    reply: "page",
  }),
  linkPage: contract({
    method: "get",
    path: "/connexion/lien/:token",
    access: "anyone",
    summary: "The page behind the mail's link: a button, nothing more",
    params: z.object({ token }),
    query: Next,
    reply: "page",
  }),
  followLink: contract({
    method: "post",
    path: "/connexion/lien/:token",
    access: "anyone",
    summary: "Sign in with the mail's link",
    params: z.object({ token }),
    body: z.object({ suite: NextPath.default(null) }),
    reply: "page",
  }),
  secondFactorPage: contract({
    method: "get",
    path: "/connexion/second-code/:token",
    access: "anyone",
    summary: "The page that asks staff the code of their telephone",
    params: z.object({ token }),
    query: Next,
    reply: "page",
  }),
  enterSecondFactor: contract({
    method: "post",
    path: "/connexion/second-code/:token",
    access: "anyone",
    summary: "Sign in with the code of one's telephone, after a first proof",
    params: z.object({ token }),
    query: Next,
    body: z.object({ code: digits, suite: NextPath.default(null) }),
    reply: "page",
  }),
  welcomePage: contract({
    method: "get",
    path: "/connexion/bienvenue/:token",
    access: "anyone",
    summary: "The page that asks a new person's name",
    params: z.object({ token }),
    query: z.object({ suite: NextPath.default(null) }),
    reply: "page",
  }),
  createAccount: contract({
    method: "post",
    path: "/connexion/bienvenue/:token",
    access: "anyone",
    summary: "Create the account of a confirmed address",
    params: z.object({ token }),
    query: Next,
    body: z.object({
      firstName: text({ max: 60 }),
      lastName: text({ max: 60 }),
      role: choice(newAccountRoles),
      suite: NextPath.default(null),
    }),
    reply: "page",
  }),
  signOut: contract({
    method: "post",
    path: "/deconnexion",
    access: "anyone",
    summary: "End this session",
    reply: "page",
  }),
  myAccountPage: contract({
    method: "get",
    path: "/mon-compte",
    access: [...roles],
    summary: "The account of whoever is signed in",
    reply: "page",
  }),
  changePassword: contract({
    method: "post",
    path: "/mon-compte/mot-de-passe",
    access: [...roles],
    summary: "Choose a password",
    body: z.object({ newPassword: text({ min: 12, max: 128 }) }),
    reply: "page",
  }),
  signOutEverywhere: contract({
    method: "post",
    path: "/mon-compte/deconnexion-partout",
    access: [...roles],
    summary: "End every session of this account",
    reply: "page",
  }),
  keptFormPage: contract({
    method: "get",
    path: "/reprise/:token",
    access: [...roles],
    summary: "What was typed when the session ended, to be sent again",
    params: z.object({ token }),
    reply: "page",
  }),
} as const;
