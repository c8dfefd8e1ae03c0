import type { CompanyDayProps } from "#client/events/company-day-page.tsx";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { whyNoMeeting } from "#shared/events/verdict.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { jobDatingById } from "./find-job-dating.ts";
import { RegistrationModel, toRegistration } from "./job-dating-model.ts";
import { offersAtTable } from "./offers-at-table.ts";
import { toVerdict, VerdictModel } from "./verdict-model.ts";

/** A company's own table, and nothing of the others: neither whom they meet, nor what they said. */
export const readTable = async (
  { companyId }: Member,
  jobDatingId: string,
): Promise<Omit<CompanyDayProps, "typed" | "errors">> => {
  const dating = await jobDatingById(jobDatingId);
  const isThere = dating.status === "published" && dating.companies.some((one) => one.companyId === companyId);
  if (companyId === null || !isThere) throw new Failure("missing", "missing-page");
  const own = (dating.announced?.meetings ?? []).filter((meeting) => meeting.companyId === companyId);
  const ids = own.map(({ registrationId }) => registrationId);
  const [people, said, offers] = await Promise.all([
    RegistrationModel.find({ _id: anyOf(ids), status: "active" }).lean(),
    VerdictModel.find({ jobDatingId, companyId }).lean(),
    offersAtTable(dating, companyId),
  ]);
  const known = new Map(people.map((one) => [one._id.toHexString(), toRegistration(one)]));
  const verdicts = new Map(said.map((one) => [one.registrationId.toHexString(), toVerdict(one)]));
  const slots = slotsOf(dating);
  const meetings = own
    .map((meeting) => {
      const person = known.get(meeting.registrationId) ?? null;
      return {
        meeting,
        person,
        verdict: verdicts.get(meeting.registrationId) ?? null,
        begun: (slots[meeting.slot]?.startsAt ?? now()) <= now(),
        mayBeSaid: person !== null && whyNoMeeting({ dating, meeting, now: now() }, person) === null,
      };
    })
    .sort((one, other) => one.meeting.slot - other.meeting.slot || one.meeting.table - other.meeting.table);
  return { dating, companyId, meetings, offers: offers.map(({ id, title }) => ({ value: id, label: title })) };
};
