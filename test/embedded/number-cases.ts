import mongoose from "mongoose";
import { type Case, type Doc, finds, one, refuses } from "./contract.ts";

const { Code, Decimal128, Double, Int32, Long, Binary, Timestamp } = mongoose.mongo;

const widths = [
  { n: Long.fromNumber(42) },
  { n: new Double(42) },
  { n: 42 },
  { n: Decimal128.fromString("42.0") },
  { n: "42" },
];
const bits = [{ n: 54 }, { n: 20 }, { n: 20.5 }, { n: new Binary(Buffer.from([54])) }, { n: -1 }];

const inc = (held: unknown, by: unknown): Case["when"] => {
  return async (c) => {
    await c.insertOne({ _id: 1, n: held });
    await c.updateOne({ _id: 1 }, { $inc: { n: by as number } });
    const types = ["int", "long", "double", "decimal"];
    const found = await Promise.all(types.map((type) => c.countDocuments({ n: { $type: type } as never })));
    return [types[found.indexOf(1)], String((await c.findOne({ _id: 1 }, { promoteLongs: false }))?.n)];
  };
};

export const numberCases: Case[] = [
  finds(widths, { n: { $type: "long" } }, [1], "operator/query/type"),
  finds([{ n: new Code("x") }, { n: 1 }], { n: { $type: ["javascript", "symbol"] } }, [1], "operator/query/type"),
  finds(widths, { n: { $type: "double" } }, [2], "operator/query/type"),
  finds(widths, { n: { $type: ["int", "decimal"] } }, [3, 4], "operator/query/type"),
  finds(widths, { n: { $type: "number" } }, [1, 2, 3, 4], "operator/query/type"),
  finds(widths, { n: 42 }, [1, 2, 3, 4], "bson-type-comparison-order"),
  finds(
    widths,
    { n: { $gt: Decimal128.fromString("41.9"), $lt: Decimal128.fromString("42.00001") } },
    [1, 2, 3, 4],
    "bson-type-comparison-order",
  ),
  finds(
    [{ n: Long.fromString("9007199254740993") }, { n: Long.fromString("9007199254740992") }],
    { n: Long.fromString("9007199254740993") },
    [1],
    "bson-type-comparison-order",
  ),
  finds(
    [{ n: new Timestamp({ t: 0, i: 7 }) }, { n: 7 }, { n: Long.fromNumber(7) }],
    { $or: [{ n: { $type: "number" } }, { n: { $type: "long" } }, { n: { $gt: 5 } }] },
    [2, 3],
    "bson-types",
  ),
  finds([{ n: Decimal128.fromString("NaN") }, { n: 4 }], { n: { $lt: 5 } }, [2], "bson-type-comparison-order"),
  finds([{ n: Long.fromString("9007199254740993") }, { n: 4 }], { n: { $mod: [2, 1] } }, [1], "operator/query/mod"),
  finds(
    [{ n: 0.1 }, { n: Decimal128.fromString("0.1") }],
    { n: Decimal128.fromString("0.1") },
    [2],
    "bson-type-comparison-order",
  ),
  one(
    "keeps the width of numbers through an update",
    "operator/update/set",
    widths,
    async (c) => {
      await c.updateMany({}, { $set: { x: 1 } });
      return [await c.countDocuments({ n: { $type: "long" } }), await c.countDocuments({ n: { $type: "double" } })];
    },
    [1, 1],
  ),
  one("adds int to int as a long once it is too big", "operator/update/inc", [], inc(new Int32(2_147_483_647), 1), [
    "long",
    "2147483648",
  ]),
  one("adds a double to an int as a double", "operator/update/inc", [], inc(1, 0.5), ["double", "1.5"]),
  one("adds longs to the last digit", "operator/update/inc", [], inc(Long.fromString("9007199254740993"), 1), [
    "long",
    "9007199254740994",
  ]),
  one(
    "adds decimals as written",
    "operator/update/inc",
    [],
    inc(Decimal128.fromString("0.1"), Decimal128.fromString("0.2")),
    ["decimal", "0.3"],
  ),
  one("adds to an infinite decimal", "operator/update/inc", [], inc(Decimal128.fromString("Infinity"), 1), [
    "decimal",
    "Infinity",
  ]),
  refuses("a long beyond 64 bits", 2, (c) => c.updateOne({ _id: 1 }, { $inc: { n: 1 } }), "operator/update/inc", [
    { n: Long.MAX_VALUE },
  ]),
  finds(bits, { n: { $bitsAllSet: 50 } }, [1, 4, 5], "operator/query/bitsAllSet"),
  finds(bits, { n: { $bitsAllSet: [1, 5] } }, [1, 4, 5], "operator/query/bitsAllSet"),
  finds(bits, { n: { $bitsAnyClear: [1, 5] } }, [2], "operator/query/bitsAnyClear"),
  finds(bits, { n: { $bitsAnySet: 36 } }, [1, 2, 4, 5], "operator/query/bitsAnySet"),
  finds(bits, { n: { $bitsAllClear: 9 } }, [1, 2, 4], "operator/query/bitsAllClear"),
  finds([{ b: Buffer.from("ab") }], { b: new Binary(Buffer.from("ab"), 5) }, [], "bson-type-comparison-order"),
  one(
    "shows and keeps the classes of numbers that nobody changed",
    "bson-types",
    [],
    async (c) => {
      const exact = { promoteValues: false };
      const kinds = (found: Doc | null): unknown[] => {
        const { n, in: inner, a } = found ?? {};
        return [n, (inner as Doc).d, (a as unknown[])[0]].map((value) => (value as Doc)._bsontype);
      };
      await c.insertOne({ _id: 1, n: Long.fromNumber(5), in: { d: new Double(2) }, a: [new Double(1)] });
      await c.updateOne({}, [{ $set: { sum: { $add: ["$n", 1] }, "in.e": "x" } }, { $unset: "sum" }]);
      const a = await c.distinct("a", {}, exact);
      return [
        kinds(await c.findOne({}, { ...exact, projection: { _id: 0 } })),
        kinds(await c.findOne({}, { ...exact, projection: { a: { $slice: 1 } } })),
        kinds(await c.findOneAndUpdate({}, { $set: { x: "y" } }, { ...exact, projection: { _id: 0 } })),
        kinds({ n: (await c.distinct("n", {}, exact))[0], in: { d: (await c.distinct("in.d", {}, exact))[0] }, a }),
        kinds(await c.findOneAndDelete({}, exact)),
      ];
    },
    Array(5).fill(["Long", "Double", "Double"]),
  ),
];
