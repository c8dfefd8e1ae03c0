import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { text } from "#shared/kernel/input.ts";
import { plainText } from "#shared/kernel/plain-text.ts";

const access = ["officer", "admin"] as const;
const Reason = z.object({ reason: plainText(text({ min: 10, max: 600 })) });

export const moderationContracts = {
  queuePage: contract({
    method: "get",
    path: "/admin/moderation",
    access,
    summary: "Companies to verify and offers that wait, oldest first",
    reply: "page",
  }),
  verifyCompany: contract({
    method: "post",
    path: "/admin/moderation/entreprises/:companyId/verification",
    access,
    summary: "Verify a company; its waiting offers are published",
    params: z.object({ companyId: Id }),
    reply: "page",
  }),
  companyPage: contract({
    method: "get",
    path: "/admin/moderation/entreprises/:companyId",
    access,
    summary: "What a company to verify declared",
    params: z.object({ companyId: Id }),
    reply: "page",
  }),
  refuseCompany: contract({
    method: "post",
    path: "/admin/moderation/entreprises/:companyId/refus",
    access,
    summary: "Refuse a company, saying why; its offers go offline",
    params: z.object({ companyId: Id }),
    body: Reason,
    reply: "page",
  }),
  offerPage: contract({
    method: "get",
    path: "/admin/moderation/offres/:offerId",
    access,
    summary: "An offer that waits, as people would see it",
    params: z.object({ offerId: Id }),
    reply: "page",
  }),
  approveOffer: contract({
    method: "post",
    path: "/admin/moderation/offres/:offerId/publication",
    access,
    summary: "Publish an offer that waits",
    params: z.object({ offerId: Id }),
    reply: "page",
  }),
  refuseOffer: contract({
    method: "post",
    path: "/admin/moderation/offres/:offerId/refus",
    access,
    summary: "Give an offer back to its employer as a draft, saying why",
    params: z.object({ offerId: Id }),
    body: Reason,
    reply: "page",
  }),
} as const;
