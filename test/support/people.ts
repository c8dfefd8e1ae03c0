import { Types } from "mongoose";
import supertest from "supertest";
import { AccountModel } from "#server/accounts/account-model.ts";
import { openSession } from "#server/accounts/sessions.ts";
import { now } from "#server/platform/clock.ts";
import type { Role } from "#shared/kernel/actor.ts";
import type { House } from "./house.ts";
import { plainSpaces } from "./plain-spaces.ts";

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly companyId: string | null;
  readonly cookie: string;
};

type Given = {
  role?: Role;
  email?: string;
  firstName?: string;
  lastName?: string;
  companyId?: string | null;
  passwordHash?: string | null;
};

let count = 0;

/** An account that is signed in. */
export const givenPerson = async (given: Given = {}): Promise<Person> => {
  count += 1;
  const role = given.role ?? "candidate";
  const email = given.email ?? `${role.toLowerCase()}${count}@exemple.invalid`;
  const companyId = given.companyId ?? null;
  const account = await AccountModel.create({
    email,
    firstName: given.firstName ?? "Camille",
    lastName: given.lastName ?? `Essai${count}`,
    phone: null,
    role,
    companyId: companyId ? new Types.ObjectId(companyId) : null,
    status: "active",
    passwordHash: given.passwordHash ?? null,
    createdAt: now(),
    lastSeenAt: now(),
  });
  const token = await openSession(account);
  return { id: account._id.toHexString(), email, role, companyId, cookie: `__Host-elan=${token}` };
};

/** The product in this process, or the address of one that runs apart. */
type Asked = { readonly app: House["app"] | string };

/** Requests as this person's browser sends them: cookie, same origin, HTML wanted. Pages are read with plain spaces. */
export const asks = (house: Asked, person?: Person) => {
  const agent = supertest(house.app);
  const dress = (test: supertest.Test): supertest.Test => {
    test.set("Sec-Fetch-Site", "same-origin").set("Accept", "text/html").on("response", readPlainly);
    return person ? test.set("Cookie", person.cookie) : test;
  };
  return {
    get: (path: string): supertest.Test => dress(agent.get(path)),
    /** A form, sent as a browser does. */
    post: (path: string, typed: object = {}): supertest.Test => dress(agent.post(path)).type("form").send(typed),
    /** The same contract as a machine uses it. */
    postJson: (path: string, body: object = {}): supertest.Test =>
      dress(agent.post(path)).set("Accept", "application/json").send(body),
    getJson: (path: string): supertest.Test => dress(agent.get(path)).set("Accept", "application/json"),
  };
};

export const readPlainly = (reply: supertest.Response): void => {
  if (reply.type === "text/html" && reply.text) reply.text = plainSpaces(reply.text);
};
