import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { cvsVisibleTo, matchableCvs } from "#server/cvs/cv-visibility.ts";
import { companyStatuses } from "#shared/companies/company.ts";
import { type Cv, cvStatuses, cvVisibilities } from "#shared/cvs/cv.ts";
import { canBeMatched, viewOf } from "#shared/cvs/cv-rules.ts";
import { anActor, candidateId, companyId, everyone, idOf } from "#test/support/actors.ts";
import { keep, openStore } from "#test/support/open-store.ts";
import { aCv } from "./a-cv.ts";

const cvs: Cv[] = cvStatuses
  .flatMap((status) => cvVisibilities.map((visibility) => ({ status, visibility })))
  .flatMap((given) => [[], [companyId]].map((blockedCompanyIds) => ({ ...given, blockedCompanyIds })))
  .map((given, index) =>
    aCv({ ...given, id: idOf(index + 1), accountId: index === 0 ? candidateId : idOf(index + 5000) }),
  );

describe("the CVs an actor lists", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openStore();
    for (const cv of cvs) await keep(CvModel, cv);
  });
  afterAll(() => close());

  const listed = async (filter: object): Promise<Cv[]> =>
    (await CvModel.find(filter).sort({ _id: 1 }).lean()).map(toCv);

  it.each(Object.keys(everyone))("are those the rule shows to the %s, no more and no less", async (name) => {
    const actor = everyone[name] ?? { role: "visitor" };
    const company =
      actor.role === "employer" && actor.companyId ? ({ id: actor.companyId, status: "verified" } as const) : null;

    const found = await listed(cvsVisibleTo(actor, company));

    expect(found).toEqual(cvs.filter((cv) => viewOf(cv, actor, { company, contactAccepted: false }) !== null));
  });

  it.each(companyStatuses)("are none for an employer unless the company is verified (%s)", async (status) => {
    const found = await listed(cvsVisibleTo(anActor("employer"), { id: companyId, status }));

    expect(found.length > 0).toBe(status === "verified");
  });

  it("to be matched are those the rule allows", async () => {
    expect(await listed(matchableCvs())).toEqual(cvs.filter(canBeMatched));
  });

  it("are one for each person: a second one is refused", async () => {
    await expect(keep(CvModel, aCv({ id: idOf(9000) }))).rejects.toMatchObject({ code: 11000 });
  });
});
