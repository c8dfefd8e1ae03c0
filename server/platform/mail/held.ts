import { AsyncLocalStorage } from "node:async_hooks";

const holding = new AsyncLocalStorage<true>();

/** Whatever promises a mail inside is of another time: the mail is kept for a human instead of leaving. */
export const holdingMails = <Result>(act: () => Promise<Result>): Promise<Result> => holding.run(true, act);

export const mailsAreHeld = (): boolean => holding.getStore() === true;
