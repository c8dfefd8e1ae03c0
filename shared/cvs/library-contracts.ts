import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { flag, listOf, optionalChoice, optionalText, optionalWholeNumber, text } from "#shared/kernel/input.ts";
import { PageNumber } from "#shared/kernel/page.ts";
import { plainText } from "#shared/kernel/plain-text.ts";
import { contractTypes } from "#shared/offers/offer-words.ts";

/** Not counsellors: they see the people they accompany, and only them. */
const access = ["employer", "officer", "phoneAgent", "admin"] as const;
const params = z.object({ cvId: Id });

/** What the library is asked; whatever is unreadable in an address counts for nothing. */
export const LibrarySearch = z.object({
  q: optionalText({ max: 100 }).catch(null),
  ou: optionalText({ max: 100 }).catch(null),
  rayon: optionalWholeNumber({ min: 1, max: 200 }).catch(null),
  permis: listOf(text({ max: 60 }), { max: 10 }).catch([]),
  contrat: optionalChoice(contractTypes).catch(null),
  proches: flag().catch(false),
  page: PageNumber.default(1),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;

export const libraryContracts = {
  libraryPage: contract({
    method: "get",
    path: "/cvtheque",
    access,
    summary: "The CV library: people, without their names unless they gave them",
    query: LibrarySearch,
    reply: "page",
  }),
  askedPage: contract({
    method: "get",
    path: "/cvtheque/demandes",
    access: ["employer"],
    summary: "Whom one's company has asked, and who said yes",
    reply: "page",
  }),
  libraryCvPage: contract({
    method: "get",
    path: "/cvtheque/:cvId",
    access,
    summary: "One CV; the look is told to its person",
    params,
    reply: "page",
  }),
  askContact: contract({
    method: "post",
    path: "/cvtheque/:cvId/contact",
    access: ["employer"],
    summary: "Ask the person for their name and a way to reach them",
    params,
    body: z.object({ message: plainText(text({ min: 20, max: 1000 })) }),
    reply: "page",
  }),
} as const;
