import mongoose, { Schema } from "mongoose";
import { now } from "./clock.ts";
import { documentOptions, type Fields, instant, text } from "./fields.ts";
import { moreThan } from "./filter.ts";
import { log } from "./log.ts";
import { mongoIsReady } from "./mongo.ts";

/**
 * The engine answers, and refuses us: only who wrote this setting can mend it. Or it is not there for long
 * (`mail-away`, `mail-closed`), and this setting is the first thing to look at.
 */
export const settingsByFault = {
  "mail-away": "SMTP_URL",
  "mail-closed": "SMTP_URL",
  "mail-password": "SMTP_URL",
  "mail-password-missing": "SMTP_URL",
  "mail-encryption": "SMTP_URL",
  "mail-sender": "MAIL_FROM",
  "search-key": "MEILI_KEY",
  "search-key-writing": "MEILI_KEY",
} as const;
export type SettingFault = keyof typeof settingsByFault;

export type RefusedSetting = { readonly fault: SettingFault; readonly since: string };

type RefusedDocument = { _id: SettingFault; since: Date; seenAt: Date };

const fields = { _id: text, since: instant, seenAt: instant } satisfies Fields<RefusedDocument> & { _id: typeof text };
const schema = new Schema(fields, documentOptions);

/** A relay that refuses us is asked every ten minutes: what nobody has seen for longer is over, or its process is. */
const freshMs = 20 * 60_000;
schema.index({ seenAt: 1 }, { expireAfterSeconds: freshMs / 1_000 });

const RefusedModel = mongoose.model<RefusedDocument>("RefusedSetting", schema, "refused-settings");

/** When this process last wrote each fault down; null once it saw the setting accepted. */
const told = new Map<SettingFault, number | null>();
const tellAgainMs = 60_000;

/** Writes it down where every process sees it, once a minute. Never throws: it must not harm the work that met it. */
export const tellRefused = async (fault: SettingFault): Promise<void> => {
  const at = now().getTime();
  const last = told.get(fault) ?? null;
  if (last !== null && at >= last && at - last < tellAgainMs) return;
  if (!mongoIsReady()) return; // met again soon, and then told
  told.set(fault, at);
  log.error({ setting: settingsByFault[fault], fault }, "an engine refuses us, or is not there: look at this setting");
  await quietly(() =>
    RefusedModel.updateOne(
      { _id: fault },
      { $set: { seenAt: now() }, $setOnInsert: { since: now() } },
      { upsert: true },
    ),
  );
};

/** The engine takes the setting: whatever another process wrote of it before is over too. */
export const tellAccepted = async (faults: readonly SettingFault[]): Promise<void> => {
  for (const fault of faults) {
    if (told.get(fault) === null || !mongoIsReady()) continue;
    told.set(fault, null);
    await quietly(() => RefusedModel.deleteOne({ _id: fault }));
  }
};

/** What is refused now, the oldest first. */
export const refusedSettings = async (): Promise<readonly RefusedSetting[]> => {
  const fresh = moreThan(new Date(now().getTime() - freshMs));
  const found = await RefusedModel.find({ seenAt: fresh }).sort({ since: 1 }).lean();
  return found.map(({ _id, since }) => ({ fault: _id, since: since.toISOString() }));
};

const quietly = async (write: () => Promise<unknown>): Promise<void> => {
  await write().catch((error: unknown) => log.warn({ err: error }, "a refused setting is not written down"));
};
