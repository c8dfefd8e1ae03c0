import mongoose, { Schema } from "mongoose";
import { effectField } from "#server/platform/effects.ts";
import {
  documentOptions,
  type Fields,
  idOrNull,
  instant,
  instantOrNull,
  oneOf,
  text,
  textOrNull,
} from "#server/platform/fields.ts";
import { type Owing, reader } from "#server/platform/stored.ts";
import { Account, accountStatuses } from "#shared/accounts/account.ts";
import { roles } from "#shared/kernel/actor.ts";

export type AccountDocument = Owing<Account> & {
  /** argon2id; null when the person signs in by code only. */
  passwordHash: string | null;
  /** Since when the account is being erased: nothing brings it back. */
  leavingAt: Date | null;
  /** When its person was told that it is to be erased for want of a visit; a visit clears it. */
  noticedAt: Date | null;
  /** Since when an officer wants no reminder in the morning; accounts older than the reminder have no such field. */
  quietMorningsAt?: Date | null;
};

const fields = {
  email: text,
  firstName: text,
  lastName: text,
  phone: textOrNull,
  role: oneOf(roles),
  companyId: idOrNull,
  status: oneOf(accountStatuses),
  createdAt: instant,
  lastSeenAt: instantOrNull,
  passwordHash: textOrNull,
  leavingAt: instantOrNull,
  noticedAt: instantOrNull,
  quietMorningsAt: instantOrNull,
  effects: effectField,
} satisfies Fields<AccountDocument>;

const schema = new Schema<AccountDocument>(fields, documentOptions);
schema.index({ email: 1 }, { unique: true }); // sign-in; one address is one account, whoever comes second
schema.index({ createdAt: -1 }); // the admin's list of everyone
schema.index({ role: 1, createdAt: -1 }); // the admin's list of a role, and mails to every officer
schema.index({ role: 1, lastName: 1, firstName: 1 }); // staff look people up by name
schema.index({ status: 1 }); // those shut, to whom nothing is written
schema.index({ companyId: 1 }); // the employers of a company
schema.index({ role: 1, lastSeenAt: 1 }); // who has not come for two years
schema.index({ "effects.at": 1 }); // the sweep of owed effects

export const AccountModel = mongoose.model<AccountDocument>("Account", schema, "accounts");

export const toAccount = reader(Account);
