import { describe, expect, it } from "vitest";
import { isPhone, OptionalPhone, spokenPhone } from "#shared/accounts/phone.ts";
import { sessionLives } from "#shared/accounts/session-rules.ts";

describe("a session lasts", () => {
  const hour = 3_600_000;

  it.each([
    ["candidate", 168, 168],
    ["employer", 2, 168],
    ["officer", 0.5, 12],
    ["counsellor", 0.5, 12],
    ["phoneAgent", 0.5, 12],
    ["admin", 0.5, 12],
  ] as const)("for a %s %d h without a sign and %d h at all", (role, idle, absolute) => {
    expect(sessionLives[role]).toEqual({ idleMs: idle * hour, absoluteMs: absolute * hour });
  });
});

describe("a telephone number", () => {
  it.each(["06 12 34 56 78", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678", "+33 (0)6-12-34-56-78"])(
    "is understood as %s",
    (typed) => {
      expect(OptionalPhone.parse(typed)).toBe("0612345678");
    },
  );

  it.each(["", "  ", undefined, null])("may be absent (%j)", (typed) => {
    expect(OptionalPhone.parse(typed)).toBeNull();
  });

  it.each(["0612", "06123456789", "0012345678", "allô", 612345678, ["0612345678"], { $gt: "" }])(
    "is refused as %j",
    (typed) => {
      expect(OptionalPhone.safeParse(typed).error?.issues[0]?.message).toBe("not-a-phone");
    },
  );

  it("is read two digits at a time", () => {
    expect(spokenPhone("0612345678")).toBe("06 12 34 56 78");
    expect(isPhone("0612345678")).toBe(true);
  });
});
