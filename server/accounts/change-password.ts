import type { Member } from "#shared/kernel/actor.ts";
import { isStaff } from "#shared/kernel/actor.ts";
import { wrongField } from "#shared/kernel/failure.ts";
import { AccountModel } from "./account-model.ts";
import { hashPassword } from "./passwords.ts";
import { closeSessions } from "./sessions.ts";

/** Staff open other people's files: theirs is longer (SEC-09). */
const staffLength = 15;

/** Sets the password; every other session of the account ends. */
export const changePassword = async (actor: Member, password: string, session: string | null): Promise<void> => {
  if (isStaff(actor) && password.length < staffLength) throw wrongField("newPassword", "password-too-short-for-staff");
  if (isGuessable(password, actor)) throw wrongField("newPassword", "password-is-guessable");
  await AccountModel.updateOne({ _id: actor.accountId }, { $set: { passwordHash: await hashPassword(password) } });
  await closeSessions(actor.accountId, session);
};

export const hasPassword = async (accountId: string): Promise<boolean> =>
  Boolean((await AccountModel.findById(accountId, { passwordHash: 1 }).lean())?.passwordHash);

/** Names, the service's own words, one repeated character or a run of the keyboard. */
const isGuessable = (password: string, { email, firstName, lastName }: Member): boolean => {
  const folded = password.toLowerCase();
  const own = [
    email.split("@")[0] ?? "",
    firstName,
    lastName,
    "elan",
    "emploi",
    "motdepasse",
    "password",
    "azerty",
    "qwerty",
  ];
  const rest = own
    .filter((word) => word.length > 2)
    .reduce((left, word) => left.replaceAll(word.toLowerCase(), ""), folded)
    .replace(/0?123456789?0?|abcdef\w*/g, "");
  return new Set(rest).size < 5;
};
