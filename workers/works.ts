import type { Work } from "#shared/kernel/job.ts";
import { accountWork } from "./accounts/account-work.ts";
import { messageWork } from "./messages/message-work.ts";

/** Everything the workers do, slice by slice. */
export const works: readonly Work[] = [accountWork, messageWork];
