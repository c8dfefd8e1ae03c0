import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allContracts } from "#server/app.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

type Operation = {
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, { description: string; content: Record<string, { schema: Record<string, unknown> }> }>;
};
type OpenApi = {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};

let house: House;
let document: OpenApi;
beforeAll(async () => {
  house = await openHouse();
  document = (await asks(house).getJson("/api/v1/openapi.json")).body as OpenApi; // what the tests below look at
});
afterAll(() => house.close());

const open = allContracts().filter(({ path }) => path.startsWith("/api/v1/"));
const operations = (): (readonly [string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );

describe("the description of the open API", () => {
  it("is OpenAPI 3.1, named and addressed", () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: "Élan Emploi", version: expect.any(String) });
    expect(document.servers.every(({ url }) => URL.canParse(url))).toBe(true);
  });

  it("has every address below /api/v1, and no other", () => {
    const declared = [...open.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`)];

    expect(operations().map(([name]) => name)).toEqual(
      expect.arrayContaining([...declared, "get /api/v1/openapi.json"]),
    );
    expect(operations()).toHaveLength(declared.length + 1);
  });

  it("names every parameter that stands in an address, once", () => {
    for (const [name, { parameters }] of operations()) {
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect(parameters.filter((one) => one.in === "path").map((one) => one.name)).toEqual(inPath);
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
      expect(parameters.every(({ schema }) => typeof schema === "object")).toBe(true);
    }
  });

  it("says what each answer looks like, and each refusal", () => {
    for (const [name, { summary, responses }] of operations()) {
      const answer = responses["200"]?.content["application/json"]?.schema;
      expect(summary.length, name).toBeGreaterThan(5);
      expect(["object", "array"], name).toContain(answer?.type);
      if (!name.endsWith("openapi.json"))
        expect(Object.keys((answer?.properties ?? answer?.items) as object).length, name).toBeGreaterThan(0);
      expect(responses.default?.content["application/json"]?.schema).toEqual({
        $ref: "#/components/schemas/Failure",
      });
    }
  });

  it("points only at what it holds", () => {
    const pointed = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, address]) => address ?? "");
    const held = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`));

    expect(pointed.length).toBeGreaterThan(0);
    expect(pointed.filter((address) => !held.has(address))).toEqual([]);
  });

  it("tells the truth of a refusal", async () => {
    const refused = await asks(house).getJson("/api/v1/nulle-part");

    expect(refused.body.error).toMatchObject({
      code: "missing-page",
      message: expect.any(String),
      requestId: expect.any(String),
    });
  });

  it("is read by machines of other sites, but not framed or sniffed", async () => {
    const answer = await asks(house).getJson("/api/v1/openapi.json").set("Origin", "https://ailleurs.invalid");

    expect(answer.status).toBe(200);
    expect(answer.type).toBe("application/json");
  });
});
