import { recordAudit } from "#server/accounts/record-audit.ts";
import { setLogLevel } from "#server/platform/log.ts";
import { connectMongo, disconnectMongo } from "#server/platform/mongo.ts";

// A process of its own that writes rows in the audit log, at the same time as others.
const [mongoUrl = "", rows = "0"] = process.argv.slice(2);

setLogLevel("silent");
await connectMongo(mongoUrl);
const ids = Array.from({ length: Number(rows) }, (_, at) => String(at).padStart(24, "0"));
await Promise.all(ids.map((of) => recordAudit({ act: "identity-read", by: null, of })));
await disconnectMongo();
