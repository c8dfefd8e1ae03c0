import { compileFilter } from "#server/embedded/store/match-document.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, documentOr } from "./command.ts";

const version = "7.0.0";
const maxBsonObjectSize = 16 * 1024 * 1024;

/**
 * A standalone server with sessions: drivers send session ids, but neither retryable writes nor transactions, which
 * would need a log of past results.
 */
const hello: Command = () => ({
  isWritablePrimary: true,
  ismaster: true,
  helloOk: true,
  maxBsonObjectSize,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
});

const fine: Command = () => ({ ok: 1 });

const serverStatus: Command = (_, house) => ({
  host: "embedded",
  version,
  process: "elan-store",
  pid: process.pid,
  uptime: (Date.now() - house.startedAt.getTime()) / 1000,
  localTime: new Date(),
  mem: { resident: Math.round(process.memoryUsage.rss() / 2 ** 20) },
  storageEngine: { name: "embedded", persistent: true },
  ok: 1,
});

const buildInfo: Command = () => ({
  version,
  versionArray: [7, 0, 0, 0],
  modules: [],
  bits: 64,
  maxBsonObjectSize,
  ok: 1,
});

const listDatabases: Command = (body, house) => {
  const databases = house.catalog.databases().map((name): Doc => {
    const sizeOnDisk = house.catalog.list(name).reduce((sum, { size }) => sum + size, 0);
    return { name, ...(body.nameOnly === true ? {} : { sizeOnDisk, empty: false }) };
  });
  const shown = databases.filter(compileFilter(documentOr(body.filter, {})));
  const totalSize = shown.reduce((sum, { sizeOnDisk }) => sum + Number(sizeOnDisk ?? 0), 0);
  return { databases: shown, ...(body.nameOnly === true ? {} : { totalSize }), ok: 1 };
};

export const serverCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: fine,
  endSessions: fine,
  buildInfo,
  buildinfo: buildInfo,
  // What a standalone server of its own user answers to those who ask about it.
  replSetGetStatus: () => {
    throw new StoreError(76, "not running with --replSet");
  },
  listDatabases,
  connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  serverStatus,
};
