import { z } from "zod";
import type { Contract } from "#shared/kernel/contract.ts";

/** The OpenAPI 3.1 document of the open JSON API, made from the contracts themselves. */
export const openApiDocument = (contracts: readonly Contract[], publicUrl: string): object => {
  const paths: Record<string, Record<string, object>> = {};
  for (const contract of contracts.filter(({ path }) => path.startsWith("/api/v1/"))) {
    const path = contract.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [contract.method]: operationOf(contract) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Élan Emploi",
      version: "1",
      description: "Published job offers, places and occupations. Read-only.",
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { schemas: { Failure: failureSchema } },
  };
};

const operationOf = (contract: Contract): object => ({
  summary: contract.summary,
  parameters: [...parametersOf("path", contract.params), ...parametersOf("query", contract.query)],
  responses: {
    "200": {
      description: "Done",
      content: { "application/json": { schema: contract.reply === "page" ? {} : schemaOf(contract.reply) } },
    },
    default: {
      description: "Refused, with a stable code and a sentence in French",
      content: { "application/json": { schema: { $ref: "#/components/schemas/Failure" } } },
    },
  },
});

const schemaOf = (schema: z.ZodType): Record<string, unknown> =>
  z.toJSONSchema(schema, { target: "draft-2020-12", unrepresentable: "any", io: "output" });

const parametersOf = (where: "path" | "query", schema: z.ZodType | undefined): object[] => {
  if (!schema) return [];
  const { properties = {} } = schemaOf(schema) as { properties?: Record<string, object> };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path",
    schema: property,
  }));
};

const failureSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        requestId: { type: "string" },
        fields: { type: "object" },
      },
    },
  },
};
