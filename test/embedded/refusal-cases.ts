import { type Case, type Doc, one, refuses, type Things } from "./contract.ts";

const agg = "operator/aggregation/";
const piped =
  (...pipeline: Doc[]) =>
  (c: Things): Promise<unknown> =>
    c.aggregate(pipeline).toArray();

/** What a server alone refuses, or we do by name: never another answer. */
export const refusalCases: Case[] = [
  refuses("a change stream", 40573, (c) => c.watch().next(), "changeStreams"),
  refuses("a name that is no accumulator", 15952, piped({ $group: { _id: 0, x: { $nothing: 1 } } }), `${agg}group`),
  refuses(
    "to merge what is no document",
    40400,
    piped({ $group: { _id: 0, x: { $mergeObjects: "$a" } } }),
    `${agg}mergeObjects`,
    [{ a: 1 }],
  ),
  ..."$bucket $redact $sample $unionWith $bucketAuto $collStats $documents $indexStats $merge $out $graphLookup"
    .split(" ")
    .map((name) => refuses(name, 40324, piped({ [name]: {} }), agg + name.slice(1))),
  refuses("a deviation", 15952, piped({ $group: { _id: 0, d: { $stdDevPop: "$a" } } }), `${agg}stdDevPop`),
  refuses("to set beside an unknown stage", 40324, piped({ $fakeStage: {} }), "operator/aggregation-pipeline"),
  refuses(
    "to write on three members",
    2,
    (c) => c.insertOne({ _id: 1 }, { writeConcern: { w: 3 } } as object),
    "reference/write-concern",
  ),
  refuses(
    "a read of a snapshot",
    123,
    (c) => c.find({}, { readConcern: { level: "snapshot" } } as object).toArray(),
    "reference/read-concern-snapshot",
  ),
  one(
    "refuses a transaction with 20, in MongoDB's words",
    "core/transactions",
    [],
    async (c) => {
      const { client } = c as unknown as { client: Sessions };
      const insert = { insert: "things", documents: [{ _id: 1 }], startTransaction: true, autocommit: false };
      try {
        await client.db(c.dbName).command({ ...insert, txnNumber: 1 });
        return "no error";
      } catch (error) {
        const { code, message } = error as Error & { code: number };
        return [code, message.startsWith("Transaction numbers are only allowed on a replica set member or mongos")];
      }
    },
    [20, true],
  ),
  one(
    "keeps a session's reads and writes outside of a transaction",
    "reference/server-sessions",
    [],
    async (c) => {
      const { client } = c as unknown as { client: Sessions };
      const session = client.startSession();
      await c.insertOne({ _id: 1 }, { session } as object);
      const found = await c.find({}, { session } as object).toArray();
      await session.endSession();
      return found;
    },
    [{ _id: 1 }],
  ),
];

type Sessions = {
  startSession: () => { endSession: () => Promise<void> };
  db: (name: string) => { command: (command: Doc) => Promise<unknown> };
};
