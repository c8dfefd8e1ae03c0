import { type Actor, type Member, type Role, roles, visitor } from "#shared/kernel/actor.ts";

/** An id that is easy to tell apart in a failure: `idOf(1)` is "00…01". */
export const idOf = (number: number): string => number.toString(16).padStart(24, "0");

export const candidateId = idOf(0xca);
export const companyId = idOf(0xc0);
export const otherCompanyId = idOf(0xc1);

export const anActor = (role: Role, given: Partial<Member> = {}): Member => ({
  role,
  accountId: role === "candidate" ? candidateId : idOf(100 + roles.indexOf(role)),
  firstName: "Camille",
  lastName: "Essai",
  email: `${role.toLowerCase()}@exemple.invalid`,
  companyId: role === "employer" ? companyId : null,
  ...given,
});

/** Everyone who may come: each role, a visitor, and a second one of the roles that own things. */
export const everyone: Readonly<Record<string, Actor>> = {
  visitor,
  candidate: anActor("candidate"),
  otherCandidate: anActor("candidate", { accountId: idOf(0xcb) }),
  employer: anActor("employer"),
  otherEmployer: anActor("employer", { accountId: idOf(0xe2), companyId: otherCompanyId }),
  employerWithoutCompany: anActor("employer", { accountId: idOf(0xe3), companyId: null }),
  officer: anActor("officer"),
  counsellor: anActor("counsellor"),
  phoneAgent: anActor("phoneAgent"),
  admin: anActor("admin"),
};

/** The names of those a rule says yes to: compared with the whole list, it tries every forbidden case. */
export const whoMay = (rule: (actor: Actor) => boolean): string[] =>
  Object.entries(everyone)
    .filter(([, actor]) => rule(actor))
    .map(([name]) => name);
