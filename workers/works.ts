import type { Work } from "#shared/kernel/job.ts";
import { accountWork } from "./accounts/account-work.ts";
import { messageWork } from "./messages/message-work.ts";
import { offerIndexWork } from "./offers/reconcile-offer-index.ts";

/** Everything the workers do, slice by slice. */
export const works: readonly Work[] = [accountWork, offerIndexWork, messageWork];
