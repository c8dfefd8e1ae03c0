import { countFound } from "#server/platform/count.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { AuditAct, AuditRow } from "#shared/accounts/audit.ts";
import { staffRoles } from "#shared/kernel/actor.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { AccountModel } from "./account-model.ts";
import { AuditModel, toAuditRow } from "./audit-model.ts";
import { pseudonymOf } from "./pseudonym.ts";

const pageSize = 50;

type Search = { act: AuditAct | null; email: string | null; page: number };

/** The rows asked for, newest first; those of an address nobody has are none. */
export const listAudit = async ({ act, email, page }: Search): Promise<ListPage<AuditRow>> => {
  const whose = email === null ? {} : await concerning(email);
  const filter = { ...(act && { act }), ...whose };
  const [rows, total] = await Promise.all([
    AuditModel.find(filter)
      .sort({ sequence: -1 })
      .skip((page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
    countFound(AuditModel, filter),
  ]);
  return { items: rows.map(toAuditRow), total, page, pageSize };
};

/** What a person did, or what concerns them. */
const concerning = async (email: string) => {
  const account = await AccountModel.findOne({ email }, { _id: 1 }).lean();
  const pseudonym = account ? pseudonymOf(account._id.toHexString()) : "nobody";
  return { $or: [{ person: pseudonym }, { actor: pseudonym }] };
};

/** The names of the colleagues who still have an account, by pseudonym. */
export const namesOfStaff = async (): Promise<ReadonlyMap<string, string>> => {
  const staff = await AccountModel.find({ role: anyOf(staffRoles) }, { firstName: 1, lastName: 1 }).lean();
  return new Map(
    staff.map(({ _id, firstName, lastName }) => [pseudonymOf(_id.toHexString()), `${firstName} ${lastName}`]),
  );
};
