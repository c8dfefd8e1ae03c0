import { readdirSync, readFileSync } from "node:fs";

export const processNames = ["web", "workers", "store"] as const;
export type ProcessName = (typeof processNames)[number];

export type Used = {
  readonly pid: number;
  readonly name: ProcessName | "other";
  readonly rssMb: number;
  readonly cpuMs: number;
};

/** What the processes of one data folder hold and have used, from /proc. */
export const usedBy = (folder: string): Used[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      const command = read(`/proc/${pid}/cmdline`);
      const ours = command.includes(folder) || read(`/proc/${pid}/environ`).includes(folder);
      return ours && !command.includes("npm") ? [usedByOne(Number(pid), command)] : [];
    });

const usedByOne = (pid: number, command: string): Used => {
  // after the name in parentheses: state is field 3, utime and stime are 14 and 15, in hundredths of a second
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  const status = read(`/proc/${pid}/status`);
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024);
  return {
    pid,
    name: nameOf(command),
    rssMb: megabytes("VmRSS"),
    cpuMs: 10 * (Number(fields[11]) + Number(fields[12])),
  };
};

const nameOf = (command: string): Used["name"] => {
  if (command.includes("workers/start-all")) return "web";
  if (command.includes("workers/beside")) return "workers";
  return command.includes("store-program") ? "store" : "other";
};

/** What these processes hold together, or used together, by name. */
export const sumOf = (used: readonly Used[], name: ProcessName, of: (one: Used) => number): number =>
  used.filter((one) => one.name === name).reduce((total, one) => total + of(one), 0);

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it ended meanwhile, or is not ours to read
  }
};
