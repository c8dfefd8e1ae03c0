import type { Collection } from "#server/embedded/store/collection.ts";
import { compileFilter } from "#server/embedded/store/match-document.ts";
import { StoreError } from "#server/embedded/store/store-error.ts";
import type { Doc } from "#server/embedded/store/wire.ts";
import { type Command, documentOr } from "./command.ts";

const version = "7.0.0";

/**
 * A standalone server with sessions: drivers send session ids, but neither retryable writes nor transactions, which
 * would need a log of past results.
 */
const hello: Command = () => ({
  isWritablePrimary: true,
  ismaster: true,
  helloOk: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
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
  maxBsonObjectSize: 16 * 1024 * 1024,
  ok: 1,
});

const listDatabases: Command = (body, house) => {
  const matches = compileFilter(documentOr(body.filter, {}));
  const databases = house.catalog
    .databases()
    .map((name): Doc => ({ name, sizeOnDisk: total(house.catalog.list(name)), empty: false }));
  const shown = databases.filter(matches);
  if (body.nameOnly === true) return { databases: shown.map(({ name }) => ({ name })), ok: 1 };
  return { databases: shown, totalSize: shown.reduce((sum, { sizeOnDisk }) => sum + Number(sizeOnDisk), 0), ok: 1 };
};

const total = (collections: readonly Collection[]): number => collections.reduce((sum, { size }) => sum + size, 0);

export const serverCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: fine,
  endSessions: fine,
  refreshSessions: fine,
  startSession: fine,
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
