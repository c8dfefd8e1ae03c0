import { type Case, pipes } from "./contract.ts";

const s = (name: string): string => `operator/aggregation/${name}`;
const sales = [
  { kind: "CDI", n: 2, tags: ["a", "b"], on: new Date("2026-03-29T00:30:00Z") },
  { kind: "CDD", n: 3, tags: ["b"], on: new Date("2026-03-29T22:30:00Z") },
  { kind: "CDI", n: 5, tags: [], on: new Date("2026-10-25T12:00:00Z") },
];
const ids = (list: number[]): { _id: number }[] => list.map((_id) => ({ _id }));
const onlyId = { $project: { _id: 1 } };

export const aggregationCases: Case[] = [
  pipes(sales, [{ $match: { kind: "CDI" } }, onlyId], ids([1, 3]), s("match")),
  pipes(
    sales,
    [{ $group: { _id: "$kind", n: { $sum: "$n" } } }, { $sort: { _id: 1 } }],
    [
      { _id: "CDD", n: 3 },
      { _id: "CDI", n: 7 },
    ],
    s("group"),
  ),
  pipes(
    sales,
    [{ $group: { _id: null, avg: { $avg: "$n" }, min: { $min: "$n" }, max: { $max: "$n" }, c: { $sum: 1 } } }],
    [{ _id: null, avg: 10 / 3, min: 2, max: 5, c: 3 }],
    s("group"),
  ),
  pipes(
    sales,
    [{ $group: { _id: "$kind", all: { $push: "$n" } } }, { $sort: { _id: -1 } }],
    [
      { _id: "CDI", all: [2, 5] },
      { _id: "CDD", all: [3] },
    ],
    s("push"),
  ),
  pipes(
    sales,
    [{ $sort: { n: -1 } }, { $group: { _id: "$kind", top: { $first: "$n" } } }, { $sort: { _id: 1 } }],
    [
      { _id: "CDD", top: 3 },
      { _id: "CDI", top: 5 },
    ],
    s("first"),
  ),
  pipes(
    sales,
    [{ $unwind: "$tags" }, { $group: { _id: "$tags", c: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: "a", c: 1 },
      { _id: "b", c: 2 },
    ],
    s("unwind"),
  ),
  pipes(
    sales,
    [{ $unwind: { path: "$tags", preserveNullAndEmptyArrays: true } }, onlyId],
    ids([1, 1, 2, 3]),
    s("unwind"),
  ),
  pipes(sales, [{ $count: "c" }], [{ c: 3 }], s("count")),
  pipes([], [{ $count: "c" }], [], s("count")),
  pipes(
    sales,
    [{ $sortByCount: "$kind" }],
    [
      { _id: "CDI", count: 2 },
      { _id: "CDD", count: 1 },
    ],
    s("sortByCount"),
  ),
  pipes(sales, [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }, onlyId], ids([2]), s("limit")),
  pipes(
    sales,
    [{ $facet: { a: [{ $match: { kind: "CDI" } }, { $count: "c" }], b: [{ $limit: 1 }, onlyId] } }],
    [{ a: [{ c: 2 }], b: ids([1]) }],
    s("facet"),
  ),
  pipes(
    sales,
    [
      {
        $facet: {
          all: [{ $count: "n" }],
          kinds: [{ $group: { _id: "$kind", n: { $sum: "$n" } } }, { $sort: { n: 1 } }],
        },
      },
    ],
    [
      {
        all: [{ n: 3 }],
        kinds: [
          { _id: "CDD", n: 3 },
          { _id: "CDI", n: 7 },
        ],
      },
    ],
    s("facet"),
  ),
  pipes(
    [{ a: 1 }],
    [{ $addFields: { b: { $cond: [{ $gt: ["$a", 0] }, "y", "n"] } } }],
    [{ _id: 1, a: 1, b: "y" }],
    s("cond"),
  ),
  pipes([{ a: { b: 1 } }], [{ $set: { "a.c": 2 } }], [{ _id: 1, a: { b: 1, c: 2 } }], s("set")),
  pipes([{ a: { b: 1 } }], [{ $replaceRoot: { newRoot: "$a" } }], [{ b: 1 }], s("replaceRoot")),
  pipes([{ a: 1, b: 2 }], [{ $unset: ["a"] }], [{ _id: 1, b: 2 }], s("unset")),
  pipes([{}], [{ $project: { x: { $ifNull: ["$a", "none"] } } }], [{ _id: 1, x: "none" }], s("ifNull")),
  pipes(
    [{}],
    [{ $project: { x: { $eq: ["$a", null] }, y: { $lt: ["$a", null] } } }],
    [{ _id: 1, x: false, y: true }],
    "bson-type-comparison-order",
  ),
  pipes(
    [{ a: [1, 2, 3] }],
    [{ $project: { x: { $filter: { input: "$a", as: "v", cond: { $gt: ["$$v", 1] } } }, y: { $size: "$a" } } }],
    [{ _id: 1, x: [2, 3], y: 3 }],
    s("filter"),
  ),
  pipes(
    [{ a: [1, 2] }],
    [{ $project: { x: { $map: { input: "$a", as: "v", in: { $multiply: ["$$v", 2] } } } } }],
    [{ _id: 1, x: [2, 4] }],
    s("map"),
  ),
  pipes(
    [{ a: "x", b: "y" }],
    [{ $project: { x: { $concat: ["$a", "-", "$b"] }, u: { $toUpper: "$a" } } }],
    [{ _id: 1, x: "x-y", u: "X" }],
    s("concat"),
  ),
  pipes(
    [{ a: [1, 2] }],
    [{ $project: { x: { $in: [2, "$a"] }, y: { $arrayElemAt: ["$a", -1] } } }],
    [{ _id: 1, x: true, y: 2 }],
    s("arrayElemAt"),
  ),
  pipes(
    sales.slice(0, 2),
    [{ $project: { d: { $dateToString: { date: "$on", format: "%Y-%m-%d %H:%M", timezone: "Europe/Paris" } } } }],
    [
      { _id: 1, d: "2026-03-29 01:30" },
      { _id: 2, d: "2026-03-30 00:30" },
    ],
    s("dateToString"),
  ),
  pipes(
    [
      { k: 1, v: "a" },
      { k: 1, v: "b" },
      { k: 2, v: "c" },
    ],
    [
      { $match: { _id: 1 } },
      { $lookup: { from: "things", localField: "k", foreignField: "k", as: "same" } },
      { $project: { "same._id": 1 } },
    ],
    [{ _id: 1, same: ids([1, 2]) }],
    s("lookup"),
  ),
  pipes(
    [{ k: 1 }, { k: 2 }],
    [
      { $lookup: { from: "things", localField: "k", foreignField: "k", as: "me", pipeline: [onlyId] } },
      { $project: { me: 1 } },
    ],
    [
      { _id: 1, me: ids([1]) },
      { _id: 2, me: ids([2]) },
    ],
    s("lookup"),
  ),
  pipes(
    [{ k: 1 }, { k: 2 }],
    [
      {
        $lookup: {
          from: "things",
          let: { mine: "$k" },
          as: "more",
          pipeline: [{ $match: { $expr: { $gt: ["$k", "$$mine"] } } }, onlyId],
        },
      },
      { $project: { more: 1 } },
    ],
    [
      { _id: 1, more: ids([2]) },
      { _id: 2, more: [] },
    ],
    s("lookup"),
  ),
  pipes(
    [{ k: 1 }, { k: null }, {}],
    [{ $group: { _id: "$k", c: { $count: {} } } }, { $sort: { _id: 1 } }],
    [
      { _id: null, c: 2 },
      { _id: 1, c: 1 },
    ],
    s("group"),
  ),
  pipes(
    [{ v: 1 }, {}, { v: null }, { v: 1 }],
    [
      { $group: { _id: 0, all: { $push: "$v" }, set: { $addToSet: "$v" } } },
      { $project: { all: 1, n: { $size: "$set" } } },
    ],
    [{ _id: 0, all: [1, null, 1], n: 2 }],
    s("push"),
  ),
  pipes(
    [{ at: { a: 1 } }, { at: { b: 2 } }, { at: null }],
    [{ $group: { _id: 0, at: { $mergeObjects: "$at" } } }],
    [{ _id: 0, at: { a: 1, b: 2 } }],
    s("mergeObjects"),
  ),
  pipes(
    [{ n: null }, { n: 3 }, {}],
    [{ $group: { _id: 0, min: { $min: "$n" }, max: { $max: "$x" }, first: { $first: "$n" }, last: { $last: "$n" } } }],
    [{ _id: 0, min: 3, max: null, first: null, last: null }],
    s("min"),
  ),
  pipes(
    [{ k: 1 }],
    [{ $lookup: { from: "things", localField: "k", foreignField: "k", as: "found.all", pipeline: [onlyId] } }],
    [{ _id: 1, k: 1, found: { all: ids([1]) } }],
    s("lookup"),
  ),
];
