import { serialize } from "bson";
import { collectionCommands } from "./commands/collection-commands.ts";
import { type Command, documentOr, type House, nameOf } from "./commands/command.ts";
import { indexCommands } from "./commands/index-commands.ts";
import { readCommands } from "./commands/read-commands.ts";
import { serverCommands } from "./commands/server-commands.ts";
import { writeCommands } from "./commands/write-commands.ts";
import { answerOf, notBuilt, StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import type { Doc } from "./wire.ts";

const commands: Readonly<Record<string, Command>> = {
  ...readCommands,
  ...writeCommands,
  ...indexCommands,
  ...collectionCommands,
  ...serverCommands,
};

/**
 * Performs one command and answers once what it wrote is fsynced.
 * @throws when the disk refused: memory is then ahead of it, and this process must not go on
 */
export const answerCommand = async (read: () => Doc, house: House): Promise<Uint8Array> => {
  const answer = await perform(read, house);
  await house.disk.committed();
  return answer instanceof Uint8Array ? answer : serialize(answer, { ignoreUndefined: true });
};

const perform = async (read: () => Doc, house: House): Promise<Doc | Uint8Array> => {
  try {
    const body = read();
    refuseForeign(body);
    const command = commands[nameOf(body)];
    if (!command) throw new StoreError(59, `no such command: '${nameOf(body)}' (not known to the embedded store)`);
    if (writing.has(nameOf(body))) house.disk.refuseFull();
    return await command(body, house);
  } catch (error) {
    return { ok: 0, ...answerOf(error) };
  }
};

/** Removing is always allowed: it may be what frees the disk. */
const writing = new Set(["insert", "update", "findAndModify", "findandmodify", "create", "createIndexes", "collMod"]);

const foreignOptions = "bypassDocumentValidation min max returnKey showRecordId oplogReplay tailable".split(" ");

/** What one server alone cannot do, in MongoDB's words, and options of any command that are not built. */
const refuseForeign = (body: Doc): void => {
  const { w } = documentOr(body.writeConcern, {});
  if (typeof w === "number" && w > 1) throw new StoreError(2, "cannot use 'w' > 1 when a host is not replicated");
  const { level } = documentOr(body.readConcern, {});
  if (level === "snapshot" || level === "linearizable")
    throw new StoreError(123, "node needs to be a replica set member to use read concern");
  if (body.startTransaction !== undefined || body.autocommit !== undefined)
    throw new StoreError(
      20,
      "Transaction numbers are only allowed on a replica set member or mongos (not by the embedded store)",
    );
  const foreign = foreignOptions.find((name) => body[name] === true || isDocument(body[name]));
  if (foreign) throw notBuilt(foreign);
};
