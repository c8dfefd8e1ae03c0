import type { Contract } from "#shared/kernel/contract.ts";
import type { Routes } from "./routes.ts";
import { bind, type Input } from "./serve.ts";

export type SentFile = { readonly name: string; readonly type: string; readonly content: string | Buffer };

/** A file that the browser keeps and never shows on our origin; no cache holds what is one person's. */
export const serveFile = <C extends Contract>(
  to: Routes,
  contract: C,
  handle: (input: Input<C>) => Promise<SentFile>,
): void => {
  bind(to, contract, async (input, _request, response) => {
    const { name, type, content } = await handle(input);
    response.set("Cache-Control", "no-store");
    response.attachment(name).type(type).send(content);
  });
};
