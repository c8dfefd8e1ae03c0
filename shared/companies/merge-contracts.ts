import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";

const officers = ["officer", "admin"] as const;
const pair = z.object({ companyId: Id, otherId: Id });

/** Two files of one company: found, looked at side by side, made one, made two again. */
export const companyMergeContracts = {
  twinsPage: contract({
    method: "get",
    path: "/bureau/entreprises/doublons",
    access: officers,
    summary: "Files that look like one company",
    reply: "page",
  }),
  comparePage: contract({
    method: "get",
    path: "/bureau/entreprises/doublons/:companyId/:otherId",
    access: officers,
    summary: "Two files side by side",
    params: pair,
    reply: "page",
  }),
  merge: contract({
    method: "post",
    path: "/bureau/entreprises/doublons/:companyId/:otherId",
    access: officers,
    summary: "Make two files one; what both hold is kept",
    params: pair,
    body: z.object({ keptId: Id, shownOne: z.iso.datetime("stale-form"), shownOther: z.iso.datetime("stale-form") }),
    reply: "page",
  }),
  setApart: contract({
    method: "post",
    path: "/bureau/entreprises/doublons/:companyId/:otherId/autres",
    access: officers,
    summary: "Say that they are two companies: they are proposed no more",
    params: pair,
    reply: "page",
  }),
  undo: contract({
    method: "post",
    path: "/bureau/entreprises/fusions/:mergeId/annulation",
    access: officers,
    summary: "Make them two files again, within a day",
    params: z.object({ mergeId: Id }),
    reply: "page",
  }),
} as const;
