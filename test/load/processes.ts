import { readdirSync, readFileSync } from "node:fs";

export type Used = {
  readonly pid: number;
  readonly name: "product" | "store" | "other";
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
  const rss = /VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1];
  const name = command.includes("start-all") ? "product" : command.includes("store") ? "store" : "other";
  return {
    pid,
    name,
    rssMb: Math.round(Number(rss ?? 0) / 1024),
    cpuMs: 10 * (Number(fields[11]) + Number(fields[12])),
  };
};

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it ended meanwhile, or is not ours to read
  }
};
