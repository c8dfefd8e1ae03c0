import { setLogLevel } from "#server/platform/log.ts";
import { useMail } from "#server/platform/mail/transport.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";
import { performSendDispatch } from "#workers/messages/send-dispatch.ts";

// A worker in a process of its own, to be killed by the test: it sends the dispatches named on its command line.
const [mongoUrl = "", smtpUrl = "", ...dispatchIds] = process.argv.slice(2);

setLogLevel("silent");
await connectMongo(mongoUrl);
await useMail({ smtpUrl, folder: "", from: "Élan Emploi <site@elan.invalid>" });
for (const dispatchId of dispatchIds) await performSendDispatch({ dispatchId });
await disconnectMongo();
