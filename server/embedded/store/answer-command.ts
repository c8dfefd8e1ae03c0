import { serialize } from "bson";
import { asStoreError } from "./aggregate.ts";
import { collectionCommands } from "./commands/collection-commands.ts";
import { type Command, documentOr, type House, nameOf } from "./commands/command.ts";
import { indexCommands } from "./commands/index-commands.ts";
import { readCommands } from "./commands/read-commands.ts";
import { serverCommands } from "./commands/server-commands.ts";
import { writeCommands } from "./commands/write-commands.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import { isDocument } from "./value-key.ts";
import { type Doc, unreadable } from "./wire.ts";

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
export const answerCommand = async (body: Doc, house: House): Promise<Uint8Array> => {
  const answer = await perform(body, house);
  await house.disk.committed();
  return answer instanceof Uint8Array ? answer : serialize(answer, { ignoreUndefined: true });
};

const perform = async (body: Doc, house: House): Promise<Doc | Uint8Array> => {
  try {
    if (body[unreadable]) throw notBuilt(`the pattern (${body[unreadable]})`);
    refuseReplication(body);
    const command = commands[nameOf(body)];
    if (!command) throw unknown(nameOf(body));
    if (writing.has(nameOf(body)) || writesAtLast(body)) house.disk.refuseFull();
    return await command(body, house);
  } catch (error) {
    return failureOf(error);
  }
};

/** Removing is always allowed: it may be what frees the disk. */
const writing = new Set(["insert", "update", "findAndModify", "findandmodify", "create", "createIndexes", "collMod"]);

const writesAtLast = ({ pipeline }: Doc): boolean => {
  const last: unknown = Array.isArray(pipeline) ? pipeline.at(-1) : undefined;
  return isDocument(last) && "$out" in last;
};

export const failureOf = (error: unknown): Doc => {
  const known = asStoreError(error);
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.facts };
};

/** What one server alone cannot do, in MongoDB's words. */
const refuseReplication = (body: Doc): void => {
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
};

const elsewhere = new Set(
  (
    "compact cloneCollectionAsCapped convertToCapped bulkWrite mapReduce createUser updateUser dropUser createRole " +
    "dropRole killOp fsync setParameter commitTransaction abortTransaction createSearchIndexes updateSearchIndex " +
    "dropSearchIndex killSessions killAllSessions reIndex collStats dbStats validate currentOp top usersInfo rolesInfo " +
    "profile listCommands hostInfo whatsmyuri getParameter getCmdLineOpts getLog"
  ).split(" "),
);

const unknown = (name: string): StoreError =>
  elsewhere.has(name) ? notBuilt(`the command ${name}`) : new StoreError(59, `no such command: '${name}'`);
