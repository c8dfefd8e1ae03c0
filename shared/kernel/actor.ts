/** Who may act. A visitor has no account; the others are one account each. */
export const roles = ["candidate", "employer", "officer", "counsellor", "phoneAgent", "admin"] as const;
export type Role = (typeof roles)[number];

export type Visitor = { readonly role: "visitor" };

export type Member = {
  readonly role: Role;
  readonly accountId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** The company an employer acts for; null for every other role. */
  readonly companyId: string | null;
};

export type Actor = Visitor | Member;

export const visitor: Visitor = { role: "visitor" };

/** Staff of the département: they see what is not public. */
export const staffRoles = ["officer", "counsellor", "phoneAgent", "admin"] as const satisfies readonly Role[];

export const isMember = (actor: Actor): actor is Member => actor.role !== "visitor";

export type Staff = Member & { readonly role: (typeof staffRoles)[number] };

export const isStaffRole = (role: Role): boolean => (staffRoles as readonly Role[]).includes(role);

export const isStaff = (actor: Actor): actor is Staff => isMember(actor) && isStaffRole(actor.role);

/** Staff to whom people's files are open. Counsellors are not among them: they see those who said yes to them, there. */
export const readsFiles = (actor: Actor): boolean => isStaff(actor) && actor.role !== "counsellor";

/** Those who record exclusive offers and run positionings. */
export type Officer = Member & { readonly role: "officer" | "admin" };

export const isOfficer = (actor: Actor): actor is Officer => actor.role === "officer" || actor.role === "admin";
