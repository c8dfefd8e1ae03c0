import mongoose from "mongoose";
import { type Case, finds, one, projects, refuses, sorts } from "./contract.ts";

const { Binary, BSONRegExp, Double, Int32, Long, ObjectId } = mongoose.mongo;
const q = (name: string): string => `operator/query/${name}`;
const id = (last: string): mongoose.mongo.ObjectId => new ObjectId(`65a00000000000000000000${last}`);

/** Arrays inside arrays, null beside missing, numbers of every kind: where stores most often differ. */
export const moreQueryCases: Case[] = [
  finds([{ a: [1, 2] }, { a: [3] }], { a: { $elemMatch: { $in: [2, 9] } } }, [1], q("elemMatch")),
  finds([{ a: [{ b: [1, 2] }] }, { a: [{ b: 3 }] }], { "a.b": 2 }, [1], "tutorial/query-array-of-documents"),
  finds([{ a: [[1, 2]] }, { a: [1, 2] }], { a: [1, 2] }, [1, 2], q("eq")),
  finds([{ a: [[1, 2]] }, { a: [1, 2] }], { a: 1 }, [2], q("eq")),
  finds([{ a: ["abc", "xyz"] }, { a: ["abc"] }], { a: { $all: [/^a/, /z$/] } }, [1], q("all")),
  finds([{ a: [["x"], ["y"]] }, { a: [["x"]] }], { a: { $all: [["x"], ["y"]] } }, [1], q("all")),
  finds(
    [{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }] }],
    { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
    [1],
    q("all"),
  ),
  finds([{ a: [] }, {}, { a: null }], { a: { $size: 0 } }, [1], q("size")),
  finds([{ a: [] }, { a: [1] }], { a: { $all: [] } }, [], q("all")),
  finds([{ a: 1 }, {}], { a: { $in: [] } }, [], q("in")),
  finds([{ a: 1 }, {}], { a: { $nin: [] } }, [1, 2], q("nin")),
  finds([{ a: [1, 2] }, { a: [3] }, {}], { a: { $nin: [1, 3] } }, [3], q("nin")),
  finds([{ a: null }, {}, { a: 1 }], { a: { $nin: [null] } }, [3], q("nin")),
  finds([{ a: null }, { a: 1 }, {}], { a: { $type: "null" } }, [1], q("type")),
  finds([{ a: null }, {}, { a: 1 }], { a: { $not: { $type: "null" } } }, [2, 3], q("not")),
  finds([{ a: 1 }, {}], { a: { $not: { $exists: true } } }, [2], q("not")),
  finds([{ a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }], { "a.b": null }, [1], "tutorial/query-for-null-fields"),
  finds([{ a: [{ b: 1 }, {}] }, { a: [] }], { "a.b": { $exists: false } }, [2], q("exists")),
  finds([{ a: [1, 5] }, { a: 3 }], { a: { $gte: 2, $lte: 4 } }, [1, 2], "tutorial/query-arrays"),
  finds([{ a: { b: 1 } }, { a: { b: 1, c: 2 } }], { a: { b: 1 } }, [1], "tutorial/query-embedded-documents"),
  finds([{ a: { $db: 1 } }, { a: 1 }].slice(1), { a: { $lt: 2, $ne: 0 } }, [1], q("lt")),
  finds([{ a: new Int32(5) }, { a: new Double(5) }, { a: Long.fromNumber(5) }], { a: 5 }, [1, 2, 3], q("eq")),
  finds([{ a: new Int32(5) }, { a: new Double(5.5) }], { a: { $gt: Long.fromNumber(5) } }, [2], q("gt")),
  finds([{ a: new Int32(5) }, { a: new Double(5.5) }, { a: "5" }], { a: { $type: "number" } }, [1, 2], q("type")),
  finds([{ a: new Int32(5) }, { a: new Double(5.5) }], { a: { $type: "double" } }, [2], q("type")),
  finds([{ a: id("1") }, { a: id("2") }, { a: "x" }], { a: { $gt: id("1") } }, [2], q("gt")),
  finds([{ a: id("1") }, { a: "x" }], { a: { $type: "objectId" } }, [1], q("type")),
  finds([{ a: new Date(5) }, { a: 5 }], { a: { $gte: new Date(5) } }, [1], q("gte")),
  finds([{ a: new Date(5) }, { a: 5 }], { a: { $type: "date" } }, [1], q("type")),
  finds([{ a: true }, { a: false }, { a: null }], { a: { $ne: true } }, [2, 3], q("ne")),
  finds([{ a: false }, { a: true }], { a: { $lt: true } }, [1], q("lt")),
  finds([{ a: "b" }, { a: "B" }, { a: "é" }], { a: { $gt: "a" } }, [1, 3], q("gt")),
  finds(
    [{ a: new Binary(Buffer.from("one")) }, { a: new Binary(Buffer.from("two")) }],
    { a: new Binary(Buffer.from("two")) },
    [2],
    q("eq"),
  ),
  finds([{ a: 1.5 }, { a: -1 }], { a: { $mod: [2, 1] } }, [1], q("mod")),
  finds([{ a: 1 }, { a: 2 }, { a: 3 }], { a: { $not: { $in: [1, 2] } } }, [3], q("not")),
  finds([{ a: 1 }, { a: 2 }], { $or: [{ a: { $lt: 2 } }, { a: { $gt: 5 } }] }, [1], q("or")),
  finds(
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    { a: 1, $or: [{ b: 1 }, { b: 3 }] },
    [1],
    q("or"),
  ),
  finds([{ a: 1 }, { a: 2 }], { $nor: [{ a: 1 }, { b: { $exists: true } }] }, [2], q("nor")),
  finds([{ a: 1 }, { a: "1" }], { $expr: { $eq: ["$a", 1] } }, [1], q("expr")),
  finds([{ a: [1, 2] }, { a: [] }], { $expr: { $gt: [{ $size: "$a" }, 1] } }, [1], q("expr")),
  finds([{ a: "a.b" }, { a: "axb" }], { a: { $regex: "a\\.b" } }, [1], q("regex")),
  finds([{ a: "Égletons" }, { a: "egletons" }], { a: /^é/i }, [1], q("regex")),
  finds([{ a: ["x1", "y"] }, { a: "y" }], { a: /\d/ }, [1], q("regex")),
  sorts([{ valueOf: 1 }, { a: 1 }], { valueOf: 1 } as never, [2, 1], "bson-type-comparison-order"),
  finds([{ constructor: 1 }, { a: 1 }], { $jsonSchema: { required: ["constructor"] } }, [1], q("jsonSchema")),
  finds([{ a: "Tulle" }, { a: "Brive" }], { a: { $regex: "(?i)^tu" } }, [1], q("regex")),
  finds([{ a: "né-e" }, { a: "p-e" }, { a: "1-e" }], { a: { $regex: "\\p{L}\\-e" } }, [1, 2], q("regex")),
  finds([{ a: "😀" }, { a: "a{b" }], { a: { $in: [/^.$/, /a{b/] } }, [1, 2], q("regex")),
  refuses("a pattern JavaScript reads otherwise", 238, (c) => c.findOne({ a: { $regex: "\\Aa" } }), q("regex")),
  refuses("a pattern that JavaScript cannot read", 238, (c) => c.findOne({ a: new BSONRegExp("(?i)a") }), q("regex")),
  refuses("a possessive quantifier", 238, (c) => c.findOne({ a: { $regex: "a++" } }), q("regex")),
  refuses("an invalid pattern", 51091, (c) => c.findOne({ a: { $regex: "(a" } }), q("regex")),
  finds([{ a: "line\nnext" }], { a: { $regex: "line.next", $options: "s" } }, [1], q("regex")),

  projects({ a: { b: 1, c: 2 }, d: 3 }, { "a.b": 0 }, { _id: 1, a: { c: 2 }, d: 3 }, "operator/projection"),
  projects({ a: 1, b: 2 }, { _id: 0 }, { a: 1, b: 2 }, "operator/projection"),
  projects({ a: [1, 2, 3] }, { a: { $slice: [-2, 1] } }, { _id: 1, a: [2] }, "operator/projection/slice"),
  projects({ a: [1, 2], b: 1 }, { b: 1, a: { $slice: 1 } }, { _id: 1, b: 1, a: [1] }, "operator/projection/slice"),
  projects({ a: [5, 1] }, { a: { $elemMatch: { $lt: 3 } } }, { _id: 1, a: [1] }, "operator/projection/elemMatch"),
  projects({ a: [5] }, { a: { $elemMatch: { $lt: 3 } } }, { _id: 1 }, "operator/projection/elemMatch"),
  projects({ a: { b: 7 } }, { flat: "$a.b" }, { _id: 1, flat: 7 }, "operator/projection"),
  projects({ a: 1 }, { b: { $literal: 1 } }, { _id: 1, b: 1 }, "operator/projection"),

  sorts([{ a: "b" }, { a: "B" }, { a: "a" }], { a: 1 }, [2, 3, 1], "bson-type-comparison-order"),
  sorts([{ a: [] }, { a: null }, { a: 1 }], { a: 1, _id: 1 }, [1, 2, 3], "bson-type-comparison-order"),
  sorts(
    [{ a: new Double(1.5) }, { a: new Int32(1) }, { a: Long.fromNumber(2) }],
    { a: -1 },
    [3, 1, 2],
    "method/cursor.sort",
  ),
  sorts([{ a: [{ b: 3 }, { b: 1 }] }, { a: [{ b: 2 }] }], { "a.b": 1 }, [1, 2], "method/cursor.sort"),

  one(
    "counts with a limit and a skip",
    "command/count",
    [{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }],
    (c) => c.countDocuments({ a: 1 }, { skip: 1, limit: 5 }),
    2,
  ),
  one(
    "estimates the number of documents",
    "method/db.collection.estimatedDocumentCount",
    [{}, {}],
    (c) => c.estimatedDocumentCount(),
    2,
  ),
  one("gives null when nothing is found", "method/db.collection.findOne", [{ a: 1 }], (c) => c.findOne({ a: 2 }), null),
  one(
    "keeps long integers whole",
    "bson-types",
    [{ a: Long.fromString("9007199254740993") }],
    async (c) => String((await c.findOne({ a: Long.fromString("9007199254740993") }, { promoteLongs: false }))?.a),
    "9007199254740993",
  ),
  one(
    "lists distinct values of a part of sub-documents, under a filter",
    "command/distinct",
    [
      { k: 1, a: [{ b: 2 }, { b: 1 }] },
      { k: 1, a: { b: 2 } },
      { k: 2, a: { b: 9 } },
    ],
    (c) => c.distinct("a.b", { k: 1 }),
    [1, 2],
  ),
  refuses("a negative skip", 51024, (c) => c.find().skip(-1).toArray(), "command/find", [{}]),
  refuses("$in without a list", 2, (c) => c.find({ a: { $in: 1 } } as never).toArray(), q("in")),
  refuses("$or with an empty list", 2, (c) => c.find({ $or: [] }).toArray(), q("or")),
  refuses("$size below zero", 2, (c) => c.find({ a: { $size: -1 } }).toArray(), q("size")),
  refuses("$mod by zero", 2, (c) => c.find({ a: { $mod: [0, 1] } }).toArray(), q("mod")),
  finds([{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }] }], { "a.b": { $all: [1, 2] } }, [1], q("all")),
  finds([{ a: [] }, { a: [1] }, {}], { a: { $all: [] } }, [], q("all")),
  finds([{ a: [{ b: 0 }, { b: 10 }] }, { a: [{ b: 9 }] }], { "a.b": { $not: { $gt: 1, $lt: 5 } } }, [2], q("not")),
  finds(
    [{ a: [{ $ref: "x", $id: 7 }] }, { a: [{ $ref: "x", $id: 8 }] }],
    { a: { $elemMatch: { $id: 7 } } },
    [1],
    "database-references",
  ),
  sorts([{ a: 1 }, { a: null }, { a: [] }], { a: 1 }, [3, 2, 1], "bson-type-comparison-order"),
  sorts([{ a: [] }, {}, { a: [2, 0] }], { a: -1 }, [3, 2, 1], "bson-type-comparison-order"),
  refuses(
    "to show the element that matched when none did",
    51_246,
    (c) => c.findOne({ _id: 1 }, { projection: { "a.$": 1 } }),
    "operator/projection/positional",
    [{ a: [1] }],
  ),
  one(
    "sorts by $natural as documents were stored, and the reverse",
    "method/cursor.sort",
    [{ a: 2 }, { a: 1 }, { a: 3 }],
    async (c) => {
      await c.createIndex({ a: 1 });
      const all = [
        await c
          .find({ a: { $gt: 1 } })
          .sort({ $natural: -1 })
          .toArray(),
        await c
          .find({ a: { $gt: 1 } })
          .hint({ $natural: -1 })
          .limit(1)
          .toArray(),
        await c
          .find({ a: { $gt: 0 } })
          .hint({ $natural: -1 })
          .sort({ a: 1 })
          .toArray(),
        await c.find().sort({ $natural: -1 }).collation({ locale: "fr" }).toArray(),
      ];
      return all.map((found) => found.map(({ _id }) => _id));
    },
    [[3, 1], [3], [2, 1, 3], [3, 2, 1]],
  ),
  ...[
    { code: 31395, projection: { "a.$": 0 } },
    { code: 16410, projection: { $a: 1 } },
  ].map(({ code, projection }) =>
    refuses(
      `a projection of ${JSON.stringify(projection)}`,
      code,
      (c) => c.findOne({ a: 1 }, { projection }),
      "operator/projection/positional",
      [{ a: [1] }],
    ),
  ),
];
