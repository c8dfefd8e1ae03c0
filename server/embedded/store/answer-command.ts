import { serialize } from "bson";
import { asStoreError } from "./aggregate.ts";
import { type House, nameOf } from "./commands/command.ts";
import { readCommands } from "./commands/read-commands.ts";
import { schemaCommands } from "./commands/schema-commands.ts";
import { serverCommands } from "./commands/server-commands.ts";
import { writeCommands } from "./commands/write-commands.ts";
import { notBuilt, StoreError } from "./store-error.ts";
import type { Doc } from "./wire.ts";

const commands = { ...readCommands, ...writeCommands, ...schemaCommands, ...serverCommands };

/**
 * Performs one command and answers once what it wrote is fsynced.
 * @throws when the disk refused: memory is then ahead of it, and this process must not go on
 */
export const answerCommand = async (body: Doc, house: House): Promise<Uint8Array> => {
  const answer = perform(body, house);
  await house.disk.committed();
  return answer instanceof Uint8Array ? answer : serialize(answer, { ignoreUndefined: true });
};

const perform = (body: Doc, house: House): Doc | Uint8Array => {
  try {
    refuseTransaction(body);
    const command = commands[nameOf(body)];
    if (!command) throw unknown(nameOf(body));
    return command(body, house);
  } catch (error) {
    return failureOf(error);
  }
};

export const failureOf = (error: unknown): Doc => {
  const known = asStoreError(error);
  if (!(known instanceof StoreError)) return { ok: 0, errmsg: known.message, code: 1, codeName: "InternalError" };
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.facts };
};

const refuseTransaction = (body: Doc): void => {
  if (body.startTransaction !== undefined || body.autocommit !== undefined)
    throw new StoreError(
      20,
      "Transaction numbers are only allowed on a replica set member or mongos (not by the embedded store)",
    );
};

const elsewhere = new Set(
  (
    "collMod renameCollection collStats dbStats validate compact cloneCollectionAsCapped convertToCapped bulkWrite mapReduce createUser " +
    "dropUser usersInfo createRole currentOp killOp fsync getParameter setParameter profile top whatsmyuri getLog hostInfo " +
    "commitTransaction abortTransaction createSearchIndexes updateSearchIndex dropSearchIndex replSetGetStatus"
  ).split(" "),
);

const unknown = (name: string): StoreError =>
  elsewhere.has(name) ? notBuilt(`the command ${name}`) : new StoreError(59, `no such command: '${name}'`);
