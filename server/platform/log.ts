import pino from "pino";
import { masked } from "./masked.ts";

type LoggedError = { type: string; message: string; stack: string };

/** What an error says of the machine: its first words may quote a person, its other properties always may. */
const discreet = (error: unknown): LoggedError => {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return { type: name, message: masked(message), stack: frames.join("\n") };
};

/** Structured lines on standard output. Ids only: no name, address, mail or typed text ever goes in. */
export const log = pino({
  level: "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: discreet },
  redact: { paths: ["*.email", "*.to", "*.password", "*.code", "*.token"], censor: "…" },
});

export const setLogLevel = (level: string): void => {
  log.level = level;
};
