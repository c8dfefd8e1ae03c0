import { StoreError } from "#server/embedded/store/store-error.ts";
import type { Command } from "./command.ts";

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

export const serverCommands: Record<string, Command> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: fine,
  endSessions: fine,
  refreshSessions: fine,
  startSession: fine,
  buildInfo: () => ({
    version,
    versionArray: [7, 0, 0, 0],
    modules: [],
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
    ok: 1,
  }),
  buildinfo: () => ({
    version,
    versionArray: [7, 0, 0, 0],
    modules: [],
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
    ok: 1,
  }),
  // What a standalone server of its own user answers to those who ask about it.
  replSetGetStatus: () => {
    throw new StoreError(76, "not running with --replSet");
  },
  hostInfo: () => ({ system: { hostname: "embedded", cpuAddrSize: 64 }, os: { type: process.platform }, ok: 1 }),
  whatsmyuri: () => ({ you: "127.0.0.1:0", ok: 1 }),
  getParameter: () => ({ featureCompatibilityVersion: { version: "7.0" }, ok: 1 }),
  getCmdLineOpts: () => ({ argv: ["elan-store"], parsed: {}, ok: 1 }),
  getLog: () => ({ totalLinesWritten: 0, log: [], ok: 1 }),
  currentOp: () => ({ inprog: [], ok: 1 }),
  top: () => ({ totals: {}, ok: 1 }),
  usersInfo: () => ({ users: [], ok: 1 }),
  rolesInfo: () => ({ roles: [], ok: 1 }),
  profile: () => ({ was: 0, slowms: 100, sampleRate: 1, ok: 1 }),
  listCommands: () => ({ commands: {}, ok: 1 }),
  connectionStatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  serverStatus,
};
