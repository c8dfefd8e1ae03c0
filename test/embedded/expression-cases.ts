import { ObjectId } from "bson";
import { type Case, pipes, refuses } from "./contract.ts";

const agg = (name: string): string => `operator/aggregation/${name}`;

/** What an expression makes of one document. */
const makes = (page: string, ...pairs: [expression: unknown, then: unknown][]): Case =>
  pipes(
    [{ n: null, a: [1, 2, 3], t: "Été", d: new Date("2024-03-05T01:02:03.456Z"), o: { k: 1 } }],
    [{ $project: { _id: 0, made: pairs.map(([expression]) => expression) } }],
    [{ made: pairs.map(([, then]) => then) }],
    agg(page),
  );

const branch = (given: string, then: number): object => ({ case: given, then });

const notMade = (expression: Record<string, unknown>, code: number): Case => {
  const name = Object.keys(expression)[0] ?? "";
  return refuses(
    JSON.stringify(expression),
    code,
    (c) => c.aggregate([{ $project: { made: expression } }]).toArray(),
    agg(name.slice(1)),
    [{ d: new Date(0), t: "é" }],
  );
};

const notAStage = (stage: Record<string, unknown>, code: number): Case => {
  const name = Object.keys(stage)[0] ?? "";
  return refuses(
    `the stage ${JSON.stringify(stage)}`,
    code,
    (c) => c.aggregate([stage]).toArray(),
    agg(name.slice(1)),
    [{ a: 1 }],
  );
};

/** What mingo answers otherwise than MongoDB's manual, or answers where MongoDB refuses. */
export const expressionCases: Case[] = [
  makes("add", [{ $add: 5 }, 5], [{ $add: [] }, 0], [{ $mod: ["$n", 3] }, null]),
  makes("not", [{ $not: [""] }, false], [{ $not: ["$a"] }, false], [{ $not: ["$none"] }, true]),
  makes("toUpper", [{ $toUpper: "$t" }, "ÉTé"], [{ $toUpper: "$n" }, ""], [{ $toLower: "AbÉ" }, "abÉ"]),
  makes("slice", [{ $slice: ["$n", 1] }, null], [{ $slice: ["$a", -2] }, [2, 3]]),
  makes("year", [{ $year: "$n" }, null], [{ $year: "$d" }, 2024], [{ $hour: { date: "$d", timezone: "+02:00" } }, 3]),
  makes(
    "dateToString",
    [{ $dateToString: { date: "$d", format: "%H:%M", timezone: "+02:00" } }, "03:02"],
    [{ $dateToString: { date: "$n", format: "%Y" } }, null],
  ),
  makes(
    "toString",
    [{ $toString: 5 }, "5"],
    [{ $toString: "$d" }, "2024-03-05T01:02:03.456Z"],
    [{ $toString: new ObjectId("0000000a0000000000000000") }, "0000000a0000000000000000"],
    [{ $toString: "$n" }, null],
  ),
  makes(
    "toObjectId",
    [{ $eq: [{ $toObjectId: "0000000a0000000000000000" }, new ObjectId("0000000a0000000000000000")] }, true],
    [{ $toObjectId: "$n" }, null],
  ),
  makes("toInt", [{ $toInt: "42" }, 42], [{ $toInt: 3.9 }, 3], [{ $toInt: true }, 1], [{ $toInt: "$n" }, null]),
  makes(
    "toDate",
    [{ $toDate: 10_000 }, new Date(10_000)],
    [{ $toDate: new ObjectId("0000000a0000000000000000") }, new Date(10_000)],
    [{ $toDate: "$n" }, null],
  ),
  makes("switch", [{ $switch: { branches: [branch("$n", 1), branch("$t", 2)], default: 3 } }, 2]),
  makes("mergeObjects", [{ $mergeObjects: ["$o", "$n", { z: 1 }] }, { k: 1, z: 1 }]),
  makes("project", ["$o.k", 1], [{ p: { q: "$none" } }, { p: {} }]),
  notMade({ $subtract: [1] }, 2),
  notMade({ $abs: [1, 2] }, 16_020),
  notMade({ $mod: [7, 0] }, 2),
  notMade({ $cond: [true, 1] }, 16_020),
  notMade({ $ifNull: ["$a"] }, 16_020),
  notMade({ $size: "$none" }, 17_124),
  notMade({ $mergeObjects: [1] }, 40_400),
  notMade({ $year: "$t" }, 16_006),
  notMade({ $toInt: "$d" }, 241),
  notMade({ $toInt: "$t" }, 241),
  notMade({ $toDate: true }, 241),
  notMade({ $toObjectId: "$t" }, 241),
  notMade({ $dateToString: { date: "$d", format: "%w" } }, 238),
  notMade({ $dateToString: { date: "$d" } }, 238),
  ...[
    "$week",
    "$split",
    "$setUnion",
    "$convert",
    "$dateAdd",
    "$dateFromParts",
    "$replaceAll",
    "$indexOfArray",
    "$strcasecmp",
    "$dateTrunc",
  ].map((name) => notMade({ [name]: ["$a", 1] }, 168)),
  refuses(
    "a foreign expression in a projection",
    168,
    (c) => c.findOne({}, { projection: { w: { $week: "$d" } } }),
    agg("week"),
    [{ d: new Date(0) }],
  ),
  pipes(
    [{ a: [{ b: 1 }, { b: 2 }], x: 9 }, { x: 8 }],
    [{ $project: { _id: 0, "a.n": "$x", "a.b": 1 } }],
    [
      {
        a: [
          { b: 1, n: 9 },
          { b: 2, n: 9 },
        ],
      },
      { a: { n: 8 } },
    ],
    agg("project"),
  ),
  pipes([{ a: 1 }], [{ $project: { _id: "$none", b: "$a" } }], [{ b: 1 }], agg("project")),
  pipes([{ a: [{ b: [1, 2] }] }, { a: { b: [3] } }], [{ $unwind: "$a.b" }], [{ _id: 2, a: { b: 3 } }], agg("unwind")),
  notAStage({ $project: {} }, 51_272),
  notAStage({ $project: { "a.": 1 } }, 40_353),
  notAStage({ $addFields: {} }, 40_177),
  notAStage({ $unset: [] }, 31_119),
  notAStage({ $unwind: "a" }, 28_818),
  notAStage({ $unwind: { path: "$a", index: "i" } }, 28_818),
  notAStage({ $group: { _id: null, "x.y": { $sum: 1 } } }, 40_235),
  notAStage({ $sortByCount: { $week: "$a" } }, 168),
  notAStage({ $project: { a: { $slice: 1 } } }, 16_020),
  notAStage({ $sort: {} }, 15_976),
  notAStage({ $skip: -1 }, 5_107_200),
  notAStage({ $limit: 0 }, 15_958),
  notAStage({ $count: "a.b" }, 40_156),
  notAStage({ $sortByCount: "a" }, 40_149),
  notAStage({ $facet: { x: [{ $facet: { y: [] } }] } }, 40_600),
  notAStage({ $lookup: { from: "things", as: "j" } }, 9),
];
