import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

/** The product as `npm start` starts it, once its first page answers; `ms` is what that took. */
export const startSite = async (folder: string, port: number): Promise<{ child: ChildProcess; ms: number }> => {
  const began = performance.now();
  const environment = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: "error" };
  const child = spawn("npm", ["start", "--silent"], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000);
  });
  for (;;) {
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return { child, ms: performance.now() - began };
    if (child.exitCode !== null) throw new Error(`the site did not start: ${said}`);
    if (performance.now() - began > 120_000) throw new Error("the site did not start in two minutes");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Asks it to stop as a terminal does, and leaves its store the time to close. */
export const stopSite = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (child.pid) process.kill(-child.pid, "SIGTERM"); // npm and what it started
  await gone;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
