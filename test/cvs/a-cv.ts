import type { Cv } from "#shared/cvs/cv.ts";
import { tulle } from "#test/offers/an-offer.ts";
import { candidateId, idOf } from "#test/support/actors.ts";

/** An active CV, anonymous in the library. */
export const aCv = (given: Partial<Cv> = {}): Cv => ({
  id: idOf(0xcf),
  accountId: candidateId,
  occupations: ["J1501"],
  otherWanted: null,
  skills: [],
  experiences: [{ occupation: "J1501", label: "Aide-soignante", months: 36 }],
  diplomas: [],
  licences: ["deas"],
  languages: [],
  commune: tulle,
  radiusKm: 20,
  means: ["car"],
  contracts: [],
  hours: "any",
  schedules: [],
  availableFrom: null,
  about: "",
  visibility: "anonymous",
  libraryConsent: { version: "cvtheque-1", at: "2026-11-01T08:00:00.000Z" },
  consents: [{ version: "cvtheque-1", visibility: "anonymous", given: true, at: "2026-11-01T08:00:00.000Z" }],
  blockedCompanyIds: [],
  status: "active",
  createdAt: "2026-11-01T08:00:00.000Z",
  updatedAt: "2026-11-20T08:00:00.000Z",
  lastUsedAt: "2026-11-20T08:00:00.000Z",
  version: 1,
  ...given,
});
