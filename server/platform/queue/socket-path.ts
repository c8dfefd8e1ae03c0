import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Unix refuses a longer address. */
const longest = 100;

/** Where a private socket of this folder is: inside it, or in the temporary folder when its path would be too long. */
export const socketPath = (folder: string, name: string): string => {
  const inside = resolve(folder, name);
  const digest = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\elan-${digest}-${name}`;
  return Buffer.byteLength(inside) <= longest ? inside : join(tmpdir(), `elan-${digest}-${name}`);
};
