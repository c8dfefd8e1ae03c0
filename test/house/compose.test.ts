import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const compose = readFileSync("docker-compose.yml", "utf8");

/** The lines of one service, from its name to the next one's. */
const service = (name: string): string => {
  const [, after = ""] = compose.split(new RegExp(`^ {2}${name}:$`, "m"));
  return after.split(/^(?: {2})?\S+:$/m)[0] ?? "";
};

/** The program's words, one a line in the file. */
const said = (text: string): string =>
  text
    .replace(/^\s*-\s+/gm, "")
    .replace(/\n+/g, " ")
    .replaceAll('"', "");

// No Docker engine runs where this is tested: the file is held to what each engine's manual asks.
describe("the compose file", () => {
  it("keeps Redis from forgetting a job (BullMQ, « Going to production »: noeviction, append-only file)", () => {
    const redis = said(service("redis"));

    expect(redis).toContain("--appendonly yes");
    expect(redis).toContain("--appendfsync everysec");
    expect(redis).toContain("--maxmemory-policy noeviction");
    expect(redis).toContain("--requirepass ${REDIS_PASSWORD:?");
    expect(redis).toContain("redis-data:/data");
    expect(redis).toContain("grep -q PONG"); // redis-cli exits with 0 on an error answer
  });

  it("starts MongoDB as a replica set with a key file, which it needs with authentication", () => {
    const mongo = service("mongo");
    const name = /--replSet (\S+)/.exec(mongo)?.[1];

    expect(mongo).toContain("--keyFile");
    expect(mongo).toContain("chmod 400"); // mongod refuses a key that others may read
    expect(mongo).toContain(`_id: '${name}'`);
    expect(compose).toContain(`replicaSet=${name}&authSource=admin`);
    expect(mongo).toMatch(/volumes: .*mongo-data:\/data\/db.*mongo-config:\/data\/configdb/);
    expect(mongo).toContain("healthcheck:");
  });

  it("gives Meilisearch a version that knows what we send it, a master key, and a place for its data", () => {
    const meilisearch = service("meilisearch");
    const [, major, minor] = /getmeili\/meilisearch:v(\d+)\.(\d+)/.exec(meilisearch) ?? [];

    expect(Number(major)).toBe(1);
    expect(Number(minor)).toBeGreaterThanOrEqual(18); // `rename` in a swap
    expect(meilisearch).toContain("MEILI_ENV: production"); // refuses to start without a key of 16 bytes
    expect(meilisearch).toContain("MEILI_MASTER_KEY: ${MEILI_KEY:?");
    expect(meilisearch).toContain("meili-data:/meili_data");
    expect(meilisearch).toContain("/health");
  });

  it("starts web and workers once the three engines are healthy, and gives both time to stop", () => {
    for (const engine of ["mongo", "redis", "meilisearch"])
      expect(compose).toContain(`${engine}: { condition: service_healthy }`);
    for (const process of ["web", "workers"]) {
      expect(service(process)).toContain("healthcheck:");
      expect(Number(/stop_grace_period: (\d+)s/.exec(service(process))?.[1])).toBeGreaterThan(10);
    }
  });

  it("opens no engine to the outside, and the web only to this machine", () => {
    expect(compose.match(/^\s+ports:.*$/gm)).toEqual(['    ports: ["127.0.0.1:3000:3000"]']);
  });

  it("keeps every volume that a service uses", () => {
    const used = [...compose.matchAll(/"([a-z-]+):\//g)].map(([, name]) => name);
    const [, declared = ""] = compose.split(/^volumes:$/m);

    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !declared.includes(`  ${name}:`))).toEqual([]);
  });
});
