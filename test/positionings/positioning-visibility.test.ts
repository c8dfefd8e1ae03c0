import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import { positioningsVisibleTo } from "#server/positionings/positioning-visibility.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { followUpsFrom } from "#shared/positionings/positioning-board.ts";
import { canSeePositioning } from "#shared/positionings/positioning-rules.ts";
import { candidateId, companyId, everyone, idOf, otherCompanyId } from "#test/support/actors.ts";
import { keep, openStore } from "#test/support/open-store.ts";
import { aPositioning } from "./a-positioning.ts";

const positionings: Positioning[] = (["suggested", "proposed", "consented", "submitted", "hired"] as const)
  .flatMap((status) => [candidateId, idOf(0xcc)].map((accountId) => ({ status, accountId })))
  .flatMap((given) => [companyId, otherCompanyId].map((owner) => ({ ...given, companyId: owner })))
  .map(({ status, ...given }, index) =>
    aPositioning(status, {
      ...given,
      id: idOf(index + 1),
      offerId: idOf(index + 700),
      followUps: followUpsFrom("2026-11-20"),
    }),
  );

describe("the positionings an actor lists", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openStore();
    for (const positioning of positionings) await keep(PositioningModel, positioning);
  });
  afterAll(() => close());

  it.each(Object.keys(everyone))("are those the rule shows to the %s, no more and no less", async (name) => {
    const actor = everyone[name] ?? { role: "visitor" };

    const listed = await PositioningModel.find(positioningsVisibleTo(actor)).sort({ _id: 1 }).lean();

    expect(listed.map(toPositioning)).toEqual(positionings.filter((one) => canSeePositioning(actor, one)));
  });

  it("hold one for each offer and person: two officers never put someone forward twice", async () => {
    const again = aPositioning("suggested", { id: idOf(9000), offerId: idOf(700) });

    await expect(keep(PositioningModel, again)).rejects.toMatchObject({ code: 11000 });
  });
});
