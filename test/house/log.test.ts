import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

/** What a process of the product writes when these lines run in it. */
const written = async (lines: string): Promise<string> => {
  const script = `import { log } from "#server/platform/log.ts"; ${lines}`;
  const { stdout } = await promisify(execFile)("npx", ["tsx", "--input-type=module", "-e", script]);
  return stdout;
};

describe("the log", () => {
  it("tells what failed and where, and nothing of whom it concerned", async () => {
    const text = await written(`
      const error = new Error('E11000 duplicate key: { email: "canari.lina@exemple.invalid" } 06 12 34 56 78');
      error.name = "MongoServerError";
      error.keyValue = { email: "canari.lina@exemple.invalid" };
      log.error({ err: error, requestId: "r-1" }, "unexpected failure");
      log.info({ asked: { email: "canari@exemple.invalid", code: "123456" } }, "asked");
    `);

    expect(text).toContain("MongoServerError");
    expect(text).toContain("E11000 duplicate key");
    expect(text).toContain("    at ");
    expect(text).toContain("r-1");
    expect(text).not.toMatch(/canari|06 12|123456/);
  });
});
