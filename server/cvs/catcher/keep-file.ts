import { type KeptFileDocument, KeptFileModel, toKeptFile } from "#server/cvs/kept-file-model.ts";
import { Refused } from "#server/cvs/reader/refused.ts";
import { sniffKind } from "#server/cvs/reader/sniff-kind.ts";
import { now } from "#server/platform/clock.ts";
import type { KeptFile } from "#shared/cvs/kept-file.ts";
import type { UploadedFile } from "#shared/cvs/uploaded-file.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { readUploaded } from "./catch-cv.ts";

type Sent = UploadedFile | Failure | undefined;

/** Keeps a file that has just been read, in the place of the one kept before. */
export const keepFile = async (actor: Member, file: Sent): Promise<void> => {
  const { name, bytes } = received(file);
  await KeptFileModel.updateOne(
    { accountId: actor.accountId },
    { $set: { name, kind: sniffKind({ name, bytes }), size: bytes.length, keptAt: now(), bytes: Buffer.from(bytes) } },
    { upsert: true },
  );
};

/** Reads a file as if for its findings, so that only what could be read is ever kept; then keeps it. */
export const keepOwnFile = async (actor: Member, file: Sent): Promise<void> => {
  try {
    await readUploaded(received(file));
  } catch (error) {
    throw error instanceof Refused ? wrongField("file", error.code) : error;
  }
  await keepFile(actor, file);
};

export const keptFileOf = async (accountId: string): Promise<KeptFile | null> => {
  const kept = await KeptFileModel.findOne({ accountId }, { bytes: 0 }).lean();
  return kept === null ? null : toKeptFile(kept as KeptFileDocument);
};

/** @throws Failure "missing" when nothing is kept */
export const openKeptFile = async (actor: Member): Promise<{ file: KeptFile; bytes: Buffer }> => {
  const kept = await KeptFileModel.findOne({ accountId: actor.accountId });
  if (kept === null) throw new Failure("missing", "no-kept-file");
  return { file: toKeptFile(kept.toObject() as KeptFileDocument), bytes: kept.bytes };
};

export const eraseKeptFile = async ({ accountId }: Pick<Member, "accountId">): Promise<void> => {
  await KeptFileModel.deleteOne({ accountId });
};

const received = (file: Sent): UploadedFile => {
  if (file === undefined) throw wrongField("file", "cv-file-missing");
  if (file instanceof Failure) throw file;
  return file;
};
