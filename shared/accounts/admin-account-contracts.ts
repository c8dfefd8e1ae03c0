import { z } from "zod";
import { roles } from "#shared/kernel/actor.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, email, optionalChoice, optionalText, text } from "#shared/kernel/input.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { accountStatuses } from "./account.ts";

const access = ["admin"] as const;

export const adminAccountContracts = {
  accountsPage: contract({
    method: "get",
    path: "/admin/comptes",
    access,
    summary: "Every account, to search, promote or disable",
    query: z.object({
      q: optionalText({ max: 100 }),
      role: optionalChoice(roles).catch(null),
      page: PageNumber.default(1),
    }),
    reply: "page",
  }),
  createStaffAccount: contract({
    method: "post",
    path: "/admin/comptes",
    access,
    summary: "Create the account of a colleague, who signs in by code",
    body: z.object({
      email: email(),
      firstName: text({ max: 60 }),
      lastName: text({ max: 60 }),
      role: choice(["officer", "counsellor", "phoneAgent", "admin"]),
    }),
    reply: "page",
  }),
  changeRole: contract({
    method: "post",
    path: "/admin/comptes/:accountId/role",
    access,
    summary: "Give another role to an account",
    params: z.object({ accountId: Id }),
    body: z.object({ role: choice(roles) }),
    reply: "page",
  }),
  resetSecondFactor: contract({
    method: "post",
    path: "/admin/comptes/:accountId/second-code",
    access,
    summary: "Forget the telephone of a colleague, who enrols another at the next sign-in",
    params: z.object({ accountId: Id }),
    reply: "page",
  }),
  changeStatus: contract({
    method: "post",
    path: "/admin/comptes/:accountId/etat",
    access,
    summary: "Disable an account, or open it again",
    params: z.object({ accountId: Id }),
    body: z.object({ status: choice(accountStatuses) }),
    reply: "page",
  }),
} as const;
