import { countAttempt, forgiveAttempts } from "#server/http/rate-limit.ts";

// Enough for a person who mistypes, a household behind one address, or a public PC; not for a machine. Of an agency or
// a hall where many sign in from one address, only those who are not in yet count.
// One stranger's tries must not shut out whom the address belongs to: they are counted where they come from.
const perTrier = { name: "sign-in-trier", most: 8, minutes: 15 };
const perEmail = { name: "sign-in-email", most: 40, minutes: 15 };
const perIp = { name: "sign-in-ip", most: 60, minutes: 15 };

/** One ask for a code or try of a password. @throws Failure "too-many" */
export const countSignIn = async (ip: string, email: string): Promise<void> => {
  await countAttempt(perIp, ip);
  await countAttempt(perTrier, `${ip}|${email}`);
  await countAttempt(perEmail, email);
};

/** One code that was typed. @throws Failure "too-many" */
export const countCode = (ip: string): Promise<void> => countAttempt(perIp, ip);

// Whoever has the password would else go on for days: signing in again gives five more guesses.
const perTelephone = { name: "second-factor", most: 20, minutes: 60 };

/** The digits of a telephone that were typed for this account, wherever from. @throws Failure "too-many" */
export const countDigits = (accountId: string): Promise<void> => countAttempt(perTelephone, accountId);

/** Takes back the tries that led in: an ask and its code, or a password alone. */
export const forgiveTries = (ip: string, tries: number): Promise<void> => forgiveAttempts(perIp, ip, tries);

/** The same for the address, once nothing more is asked of it: one who comes and goes all day is no machine. */
export const forgiveAddress = async (ip: string, email: string): Promise<void> => {
  await forgiveAttempts(perTrier, `${ip}|${email}`, 1);
  await forgiveAttempts(perEmail, email, 1);
};
