import pino from "pino";

/** Structured lines on standard output. Ids only: no name, address, mail or typed text ever goes in. */
export const log = pino({
  level: "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["*.email", "*.to", "*.password", "*.code", "*.token"], censor: "…" },
});

export const setLogLevel = (level: string): void => {
  log.level = level;
};
