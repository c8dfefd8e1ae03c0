import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { choice } from "#shared/kernel/input.ts";

const Token = z.object({ token: z.string().min(20).max(100) });

/** The morning's reminder of staff: stopped and taken up again from the mail's own link, without signing in. */
export const reminderContracts = {
  page: contract({
    method: "get",
    path: "/rappels/:token",
    access: "anyone",
    summary: "Whether the morning's reminder is sent, and one button: looking changes nothing",
    params: Token,
    reply: "page",
  }),
  choose: contract({
    method: "post",
    path: "/rappels/:token",
    access: "anyone",
    summary: "Stop the morning's reminder, or have it again",
    params: Token,
    body: z.object({ wanted: choice(["yes", "no"]) }),
    reply: "page",
  }),
} as const;
