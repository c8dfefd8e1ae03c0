import { type Case, type Doc, finds, one, refuses, type Things } from "./contract.ts";

const point = (...coordinates: number[]): Doc => ({ type: "Point", coordinates });
const near = (index: Record<string, "2d" | "2dsphere">, filter: Doc): Case["when"] => {
  return async (c: Things) => {
    await c.createIndex(index);
    return (await c.find(filter).toArray()).map(({ _id }) => _id);
  };
};

const cities = [{ at: point(2.3522, 48.8566) }, { at: point(4.8357, 45.764) }, { at: point(1.7722, 45.2672) }, {}];
const pairs = [{ at: [10, 20] }, { at: { lng: 40, lat: 80 } }];
const corners = [
  [-109, 41],
  [-102, 41],
  [-102, 37],
  [-109, 37],
  [-109, 41],
];
const square = { $geometry: { type: "Polygon", coordinates: [corners] } };
const lines = [
  {
    at: {
      type: "LineString",
      coordinates: [
        [0, 0],
        [10, 10],
      ],
    },
  },
  { at: point(20, 20) },
];

export const geoCases: Case[] = [
  one(
    "sorts places by $near on a sphere",
    "operator/query/near",
    cities,
    near({ at: "2dsphere" }, { at: { $near: { $geometry: point(1.77, 45.27) } } }),
    [3, 2, 1],
  ),
  one(
    "keeps places between two distances in metres",
    "operator/query/nearSphere",
    cities,
    near(
      { at: "2dsphere" },
      { at: { $nearSphere: { $geometry: point(1.77, 45.27), $minDistance: 5_000, $maxDistance: 300_000 } } },
    ),
    [2],
  ),
  one(
    "measures legacy pairs on a plane",
    "operator/query/near",
    pairs,
    near({ at: "2d" }, { at: { $near: [30, 40], $maxDistance: 30 } }),
    [1],
  ),
  one(
    "measures legacy pairs in radians by $nearSphere",
    "operator/query/nearSphere",
    pairs,
    near({ at: "2d" }, { at: { $nearSphere: [30, 40], $maxDistance: 1 } }),
    [1, 2],
  ),
  one(
    "applies the rest of the filter beside $near",
    "operator/query/near",
    cities,
    near({ at: "2dsphere" }, { at: { $near: { $geometry: point(0, 45) } }, _id: { $lt: 3 } }),
    [2, 1],
  ),
  one(
    "sorts places by $near of a bare point",
    "operator/query/near",
    cities,
    near({ at: "2dsphere" }, { at: { $near: { ...point(1.77, 45.27), $maxDistance: 300_000 } } }),
    [3, 2],
  ),
  refuses(
    "$near without its index",
    291,
    (c) => c.find({ at: { $near: { $geometry: point(0, 0) } } }).toArray(),
    "operator/query/near",
    cities,
  ),
  refuses(
    "a polygon wound the other way round the world",
    238,
    (c) => {
      const name = "urn:x-mongodb:crs:strictwinding:EPSG:4326";
      const $geometry = { ...square.$geometry, crs: { type: "name", properties: { name } } };
      return c.findOne({ at: { $geoWithin: { $geometry } } });
    },
    "operator/query/geometry",
    cities,
  ),
  refuses(
    "$near in $match",
    5_626_500,
    (c) => c.countDocuments({ at: { $near: [0, 0] } }),
    "operator/aggregation/match",
    pairs,
  ),
  one(
    "tells distances by $geoNear",
    "operator/aggregation/geoNear",
    cities,
    async (c) => {
      await c.createIndex({ at: "2dsphere" });
      const stage = {
        $geoNear: { near: point(2.3522, 48.8566), distanceField: "far", maxDistance: 400_000, spherical: true },
      };
      return (await c.aggregate([stage]).toArray()).map(({ _id, far }) => [_id, Math.round(far / 10_000)]);
    },
    [
      [1, 0],
      [2, 39],
    ],
  ),
  refuses(
    "a broken place in a 2dsphere index",
    16_755,
    async (c) => {
      await c.createIndex({ at: "2dsphere" });
      await c.insertOne({ _id: 9, at: { type: "Point" } });
    },
    "../core/indexes/index-types/geospatial/2dsphere",
  ),
  finds(
    [{ at: point(-104.99, 39.73) }, { at: point(-100, 39) }],
    { at: { $geoWithin: square } },
    [1],
    "operator/query/geoWithin",
  ),
  finds(
    [{ at: point(-105.5, 41.05) }, { at: point(-105.5, 36.9) }],
    { at: { $geoWithin: square } },
    [1],
    "operator/query/geoWithin (edges are geodesics)",
  ),
  finds(
    pairs,
    {
      at: {
        $geoWithin: {
          $box: [
            [8, 18],
            [12, 22],
          ],
        },
      },
    },
    [1],
    "operator/query/box",
  ),
  finds(
    pairs,
    {
      at: {
        $within: {
          $polygon: [
            [8, 1],
            [8, 100],
            [100, 100],
            [100, 1],
          ],
        },
      },
    },
    [1, 2],
    "operator/query/polygon",
  ),
  finds(pairs, { at: { $geoWithin: { $center: [[11, 20], 1] } } }, [1], "operator/query/center"),
  finds(pairs, { at: { $geoWithin: { $centerSphere: [[11, 20], 0.4] } } }, [1], "operator/query/centerSphere"),
  finds(
    lines,
    {
      at: {
        $geoIntersects: {
          $geometry: {
            type: "LineString",
            coordinates: [
              [-5, 5],
              [15, 5],
            ],
          },
        },
      },
    },
    [1],
    "operator/query/geoIntersects",
  ),
  finds(
    lines,
    {
      at: {
        $geoIntersects: {
          $geometry: {
            type: "Polygon",
            coordinates: [
              [
                [19, 19],
                [21, 19],
                [21, 21],
                [19, 21],
                [19, 19],
              ],
            ],
          },
        },
      },
    },
    [2],
    "operator/query/geoIntersects",
  ),
  refuses(
    "a ring that is not closed",
    2,
    (c) =>
      c
        .find({
          at: {
            $geoWithin: {
              $geometry: {
                type: "Polygon",
                coordinates: [
                  [
                    [0, 0],
                    [1, 1],
                    [2, 0],
                    [1, -1],
                  ],
                ],
              },
            },
          },
        })
        .toArray(),
    "geojson",
    pairs,
  ),
];
