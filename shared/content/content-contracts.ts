import { contract } from "#shared/kernel/contract.ts";

export const contentContracts = {
  accessibilityPage: contract({
    method: "get",
    path: "/accessibilite",
    access: "anyone",
    summary: "The statement of accessibility",
    reply: "page",
  }),
  personalDataPage: contract({
    method: "get",
    path: "/donnees-personnelles",
    access: "anyone",
    summary: "What is kept of a person, why and for how long",
    reply: "page",
  }),
  howMatchingWorksPage: contract({
    method: "get",
    path: "/comment-marche-le-rapprochement",
    access: "anyone",
    summary: "How offers and people are brought together, and what is never used",
    reply: "page",
  }),
} as const;
