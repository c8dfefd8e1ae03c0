import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Cell = readonly [file: string, words: string];

const mongo = "faults/mongodb.test.ts";
const redis = "faults/redis.test.ts";
const search = "faults/search.test.ts";
const smtp = "faults/smtp.test.ts";
const wrong = "faults/wrong-credentials.test.ts";
const refused = "faults/refused-settings.test.ts";
const away = "faults/relay-away.test.ts";
const searchKey = "faults/search-key.test.ts";
const webs = "faults/several-webs.test.ts";
const full = "faults/disk-full.test.ts";

/** Which test proves which fault of which engine (the table of faults, one line a dependency). */
const matrix: Readonly<Record<string, Readonly<Record<string, Cell>>>> = {
  Redis: {
    "absent at start": [redis, '"absent at the start"'],
    refuse: [redis, 'behindLine("refuse")'],
    reset: [redis, 'behindLine("reset")'],
    silence: [redis, 'behindLine("stall")'],
    "two seconds away, 1 kB a second": [redis, "bytesPerSecond"],
    "out of memory": [redis, '"out of memory"'],
    emptied: [redis, '"emptied"'],
    killed: ["platform/queue-crash.test.ts", "SIGKILL"],
    "wrong password": ["platform/queue-away.test.ts", "REDIS_URL"],
    "people go on": [redis, "people read, search, apply, publish and sign in"],
    "after return": [redis, "all that was owed is done once"],
  },
  Meilisearch: {
    refuse: [search, '"refuse"'],
    reset: [search, '"reset"'],
    silence: [search, '"stall"'],
    "wrong key": [searchKey, "a wrong key (403), corrected on the engine's side"],
    "no key": [searchKey, "no key where one is wanted (401)"],
    "told to correct": [searchKey, "an administrator reads that MEILI_KEY is to be corrected"],
    corrected: [searchKey, "the index catches up by itself once it is corrected"],
    "says it": [search, "the search says that it is simplified"],
    "no leak": [search, "shows nothing that was withdrawn"],
    "after return": [search, "is told what changed once it is back"],
  },
  "mail relay": {
    refuse: [smtp, '"refuse"'],
    silence: [smtp, '"stall"'],
    slow: [smtp, "bytesPerSecond"],
    "wrong password": [refused, "a wrong password (535 to AUTH)"],
    "no password": [refused, "no password where one is wanted (530 to MAIL)"],
    "wrong sender": [refused, "a sender that is not ours (553 to RCPT)"],
    "no protected line": ["messages/relay-encryption.test.ts", "a certificate that nobody trusts"],
    "told to correct": [refused, "an administrator reads which setting to correct"],
    "no storm of tries": [refused, "is asked four times at most in the next ten minutes"],
    "says it": [smtp, "who waits for a code is told to call if nothing comes"],
    "not said to have left": [smtp, "no mail is said to have left"],
    "away for a weekend": [away, "costs no mail a try, however long it lasts"],
    "turns everybody away": [away, "it turns everybody away as they come"],
    "too late": [away, "a code to sign in ends as too late"],
    "after return": [smtp, "each leaves once when the line is mended"],
  },
  MongoDB: {
    "absent at start": ["faults/absent-at-start.test.ts", "says that it waits, with the number"],
    refuse: [mongo, 'fault: "refuse"'],
    reset: [mongo, 'fault: "reset"'],
    "answer lost": [mongo, 'fault: "cut-answer"'],
    silence: [mongo, 'fault: "stall"'],
    "two seconds away": [mongo, "latencyMs: 2_000"],
    "1 kB a second": [mongo, "bytesPerSecond: 1_000"],
    killed: ["embedded/kill.test.ts", "SIGKILL"],
    "wrong password": [wrong, "MongoDB is not waited for"],
    "static pages": [mongo, "leaves the pages that need no store"],
    "no wrong success": [mongo, "says of no act that it is done"],
    "after return": [mongo, "is over ten seconds after the line is mended"],
  },
  disk: {
    "full, reading": [full, "people read all they could read"],
    "full, writing": [full, "nothing is kept by halves"],
    "full, typed words": [full, "what was typed is still in the form"],
    "after return": [full, "all is taken once there is room again"],
    "half a file": ["embedded/disk.test.ts", "refuses writes with a clear error"],
  },
  clock: { "late worker, both clock changes": ["alerts/catch-up.test.ts", "the clock goes"] },
  "several web processes": {
    "one session": [webs, "is known to both, and is out of both at once"],
    "one limit": [webs, "guesses no more passwords through two than through one"],
    "one form": [webs, "who posts one form to both at the same moment makes one thing"],
    found: [webs, "published through one is found through the other"],
    withdrawn: [webs, "withdrawn through one is neither shown nor counted by the other"],
    presence: [webs, "see that they have the same card open"],
    tasks: [webs, "perform each task of a minute once, between them"],
    "at random": [webs, "leave the index equal to the store on both"],
  },
  several: { "three at once": ["faults/several.test.ts", "with Redis, Meilisearch and the mail relay away at once"] },
};

describe.each(Object.entries(matrix))("the faults of %s", (_engine, cells) => {
  it.each(Object.entries(cells))("%s: a test of that name is there", (_cell, [file, words]) => {
    expect(readFileSync(join(import.meta.dirname, "..", file), "utf8")).toContain(words);
  });
});
