import { contract } from "#shared/kernel/contract.ts";

/** The beginnings of addresses people type by hand: each leads to the first screen behind it. */
export const entranceContracts = {
  employers: contract({
    method: "get",
    path: "/employeur",
    access: ["employer"],
    summary: "Leads to an employer's first screen",
    reply: "page",
  }),
  callers: contract({
    method: "get",
    path: "/telephone",
    access: ["phoneAgent", "officer", "admin"],
    summary: "Leads to the first screen of who telephones",
    reply: "page",
  }),
  administration: contract({
    method: "get",
    path: "/admin",
    access: ["officer", "admin"],
    summary: "Leads to an administrator's first screen",
    reply: "page",
  }),
};
