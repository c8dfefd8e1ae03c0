import { anyOf, not } from "#server/platform/filter.ts";
import type { Company } from "#shared/companies/company.ts";
import { cvVisibilities } from "#shared/cvs/cv.ts";
import { canSearchLibrary } from "#shared/cvs/cv-rules.ts";
import { type Actor, readsFiles } from "#shared/kernel/actor.ts";

type Employer = Pick<Company, "id" | "status"> | null;

/** The CVs an actor may list; `viewOf` is the same rule for one CV, and says how much of it is seen. */
export const cvsVisibleTo = (actor: Actor, company: Employer) => {
  if (readsFiles(actor)) return matchableCvs();
  if (actor.role === "candidate") return { accountId: actor.accountId };
  if (company === null || !canSearchLibrary(actor, company)) return { _id: anyOf<string>([]) };
  return {
    status: "active",
    visibility: anyOf(["anonymous", "named"] as const),
    libraryConsent: not(null),
    blockedCompanyIds: not(company.id),
  } as const;
};

/** The CVs that officers and the ranking may use: the same rule as `canBeMatched`. */
export const matchableCvs = () => ({ status: "active", visibility: anyOf(notHidden) }) as const;

/** Named one by one, an index counts them alone. */
const notHidden = cvVisibilities.filter((visibility) => visibility !== "hidden");
