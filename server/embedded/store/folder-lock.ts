import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes the data folder for this process alone.
 * @returns gives it back
 * @throws when another living process has it
 */
export const lockFolder = (folder: string): (() => void) => {
  const path = join(folder, "store.lock");
  const mine = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, mine);
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!isTaken(error)) throw error;
      refuseLiving(folder, read(path));
      rmSync(path, { force: true });
    }
  }
  throw new Error(`the data folder ${folder} could not be locked`);
};

const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EEXIST";

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const refuseLiving = (folder: string, holder: string): void => {
  const [pid = 0, start = 0] = holder.split(" ").map(Number);
  if (pid > 0 && pid !== process.pid && isAlive(pid) && startOf(pid) === start)
    throw new Error(`the data folder ${folder} is in use by process ${pid}; stop it first, or choose another DATA_DIR`);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/**
 * When a process started, in clock ticks: a later process may have got the number of a dead one. -1 for one that
 * ended but was not yet buried by its parent, 0 where unknown.
 */
const startOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? -1 : Number(fields[19] ?? 0);
  } catch {
    return 0;
  }
};
