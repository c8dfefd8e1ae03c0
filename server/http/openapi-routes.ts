import { z } from "zod";
import { site } from "#server/platform/site.ts";
import { type Contract, contract } from "#shared/kernel/contract.ts";
import { openApiDocument } from "./openapi.ts";
import { type Routes, routes } from "./routes.ts";
import { serveJson } from "./serve.ts";

const getOpenApi = contract({
  method: "get",
  path: "/api/v1/openapi.json",
  access: "anyone",
  summary: "This document",
  reply: z.looseObject({}),
});

export const openApiRoutes = (contracts: readonly Contract[]): Routes => {
  const own = routes();
  serveJson(own, getOpenApi, () => ({ ...openApiDocument([...contracts, getOpenApi], site().publicUrl) }));
  return own;
};
