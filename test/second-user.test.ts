import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allContracts } from "#server/app.ts";
import { now, setClock } from "#server/platform/clock.ts";
import type { Contract } from "#shared/kernel/contract.ts";
import { typedOffer } from "#test/offers/an-offer.ts";
import {
  addressOf,
  changedBetween,
  type EveryThing,
  everyDocument,
  givenEveryThing,
} from "#test/support/every-thing.ts";
import { givenRecruiter } from "#test/support/given-companies.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

let house: House;
let things: EveryThing;
beforeAll(async () => {
  house = await openHouse();
  things = await givenEveryThing(house);
  setClock(now()); // time stands still: a session's last sight is written once a minute
});
afterAll(() => house.close());

/** Whether a thing belongs to one person or company, or is anyone's who may open the page at all. */
const ownership: Readonly<Record<string, "owned" | "shared">> = {
  offerId: "owned",
  applicationId: "owned",
  requestId: "owned",
  alertId: "owned",
  positioningId: "owned",
  accompanimentId: "owned",
  participationId: "owned",
  registrationId: "owned",
  jobDatingId: "owned", // a company sees the events it comes to
  forumId: "owned", // a company sees the forums it has a stand at
  standId: "owned",
  answer: "shared",
  slug: "shared", // a published offer
  cvId: "shared", // the library: what is seen of a CV is its own rule (test/cvs)
  token: "shared", // whoever holds the link of a mail
};

/** A right form for each act on something owned, so that only the ownership can refuse it. */
const bodies: Readonly<Record<string, object>> = {
  "/employeur/offres/:offerId/modifier": { ...typedOffer, version: "1" },
  "/employeur/offres/:offerId/cloture": { reason: "filledByUs" },
  "/mon-cv/demandes/:requestId/reponse": { answer: "accepted" },
  "/employeur/candidatures/:applicationId/reponse/:answer": { from: "new", text: "Non merci.", reason: "other" },
  "/mes-propositions/:positioningId": { answer: "yes" },
  "/mes-accompagnements/:accompanimentId": { answer: "yes" },
  "/mes-actions/:participationId": { answer: "yes" },
  "/employeur/positionnements/:positioningId": { to: "seen", version: "1" },
  "/mes-alertes/:alertId": { act: "stop" },
  "/employeur/forums/:forumId/stands/:standId/contacts": { outcome: "talked", formKey: "f".repeat(24) },
  "/employeur/evenements/:jobDatingId/avis/:registrationId": { verdict: "next" },
};

const paramsOf = ({ path }: Contract): string[] => [...path.matchAll(/:(\w+)/g)].map((found) => found[1] ?? "");

const ownRoles = ["candidate", "employer"] as const;
const cases = ownRoles.flatMap((role) =>
  allContracts()
    .filter(({ access }) => access !== "anyone" && access.includes(role))
    .filter((contract) => paramsOf(contract).some((name) => ownership[name] !== "shared"))
    .map((contract) => [role, contract.method, contract.path, contract] as const),
);

describe("something owned", () => {
  it.each(cases)("is missing for a second %s: %s %s", async (role, _method, _path, contract) => {
    const second = role === "employer" ? await givenRecruiter("verified", "Une autre fictive") : await givenPerson();
    const body = bodies[contract.path] ?? {};
    const address = addressOf(contract.path, things.params);
    const before = await everyDocument();

    const as = asks(house, second);
    const answers =
      contract.method === "get"
        ? [await as.get(address)]
        : [await as.post(address, body), await as.postJson(address, body)];

    for (const name of paramsOf(contract)) expect(ownership, `say in this test who owns :${name}`).toHaveProperty(name);
    expect(contract.body?.safeParse(body).error?.issues ?? []).toEqual([]);
    for (const { status, text } of answers) {
      expect(status).toBe(404);
      expect(text).not.toMatch(/canari/);
    }
    expect(changedBetween(before, await everyDocument())).toEqual([]);
  });

  it("is found by its owner: the refusals above are not mistakes of the test", async () => {
    const pages = cases.filter(([, method]) => method === "get");
    const answers = await Promise.all(
      pages.map(([role, , path]) => asks(house, things[role]).get(addressOf(path, things.params))),
    );

    expect(answers.map(({ status }, at) => [pages[at]?.[2], status])).toEqual(pages.map(([, , path]) => [path, 200]));
  });
});
