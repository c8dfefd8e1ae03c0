import { now } from "#server/platform/clock.ts";
import type { PersonalFile } from "#shared/accounts/personal-file.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { AccountModel } from "./account-model.ts";
import { personFrom } from "./erase-account.ts";
import type { PersonalPart } from "./personal-part.ts";

/** Everything held about whoever asks, slice by slice; a slice that holds nothing says so by an empty section. */
export const readPersonalFile = async (actor: Member, parts: readonly PersonalPart[]): Promise<PersonalFile> => {
  const account = await AccountModel.findById(actor.accountId).lean();
  if (!account) throw new Failure("missing", "missing-page");
  const person = personFrom(account);
  const sections = await Promise.all(parts.map(async ({ title, read }) => ({ title, items: await read(person) })));
  return { madeAt: now().toISOString(), sections };
};
