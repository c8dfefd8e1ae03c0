import { lateActionsMail } from "#client/companies/company-mails.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { reminderLink } from "#server/accounts/morning-reminder.ts";
import { type CompanyDocument, CompanyModel } from "#server/companies/company-model.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { isDayOff } from "#shared/kernel/days-off.ts";

type Late = Pick<CompanyDocument, "_id" | "name"> & { nextAction: NonNullable<CompanyDocument["nextAction"]> };

/**
 * Each working morning: one mail an officer with the actions that are past and of which no mail spoke yet. Those of
 * a weekend wait for the Monday. The mail is promised before the actions are marked: cut between the two, the same
 * day's key keeps it from leaving twice.
 */
export const remindLateActions = async (): Promise<void> => {
  if (isDayOff(today())) return;
  const found = await CompanyModel.find(
    { "nextAction.on": lessThan(today()), "nextAction.remindedOn": null },
    { name: 1, nextAction: 1 },
  )
    .sort({ "nextAction.on": 1 })
    .lean();
  const late = found.flatMap(({ nextAction, ...company }) => (nextAction ? { ...company, nextAction } : []));
  const officers = new Map<string, Late[]>();
  for (const one of late) {
    const officerId = one.nextAction.officerId.toHexString();
    officers.set(officerId, [...(officers.get(officerId) ?? []), one]);
  }
  for (const [officerId, actions] of officers) await remind(officerId, actions);
};

const remind = async (officerId: string, actions: readonly Late[]): Promise<void> => {
  const officer = await AccountModel.findOne({
    _id: officerId,
    status: "active",
    role: anyOf(["officer", "admin"]),
  }).lean();
  if (officer && !officer.quietMorningsAt)
    await dispatchMail({
      dedupeKey: `late-actions-${officerId}-${today()}`,
      kind: "late-actions",
      to: officer.email,
      ...sayMail(
        lateActionsMail({
          firstName: officer.firstName,
          actions: actions.map(({ _id, name, nextAction }) => ({
            companyId: _id.toHexString(),
            company: name,
            what: nextAction.what,
            on: nextAction.on,
          })),
          stop: reminderLink(officerId),
          today: today(),
        }),
      ),
    });
  for (const { _id, nextAction } of actions) await mark(_id, nextAction);
};

/** Unless something else was planned in the same moment: that one has its own day. */
const mark = async (_id: Late["_id"], { what, on }: Late["nextAction"]): Promise<void> => {
  await CompanyModel.updateOne(
    { _id, "nextAction.what": what, "nextAction.on": on },
    { $set: { "nextAction.remindedOn": today() } },
  );
};
