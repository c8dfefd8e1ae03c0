import { readFileSync } from "node:fs";
import { z } from "zod";
import { cvRefusals } from "#shared/cvs/cv-file.ts";
import type { CvText } from "#shared/cvs/cv-findings.ts";
import { Refused } from "./refused.ts";
import type { CvFile } from "./sniff-kind.ts";
import { type Reader, startReader } from "./start-reader.ts";

/** From the file given to the last word of the answer, in milliseconds. */
const patience = 15_000;
/** Of all the memory a reader holds: what inflates outside V8's heap is counted too. */
const mostBytes = 450 * 1024 * 1024;
const lookEvery = 50;
/** A reader that waits for a file costs memory: it goes when nobody came for this long. */
const spareLife = 600_000;

/**
 * Reads a file in a process of its own, so that whatever it holds can harm nothing but that process.
 * @throws Refused
 */
export const readApart = async (file: CvFile): Promise<CvText> => {
  const reader = await takeReader();
  const watch = watchOver(reader);
  reader.give(file);
  try {
    return textOf(await reader.answer);
  } finally {
    watch.end();
    keepOneReady();
  }
};

/** Starts a reader before anyone asks: the first person waits no longer than the next. */
export const keepOneReady = (): void => {
  spare ??= newSpare();
};

type Spare = { readonly reader: Promise<Reader>; readonly timer: NodeJS.Timeout };
let spare: Spare | null = null;

const newSpare = (): Spare => {
  const reader = startReader();
  const timer = setTimeout(dismissSpare, spareLife).unref();
  const forget = (): void => {
    if (spare?.reader === reader) spare = null;
  };
  reader.then(({ answer }) => answer.then(forget), forget);
  return { reader, timer };
};

/** Ends the reader that waits, if one does. */
export const dismissSpare = (): void => {
  const waiting = spare;
  spare = null;
  if (waiting === null) return;
  clearTimeout(waiting.timer);
  waiting.reader.then(({ kill }) => kill()).catch(() => undefined);
};

const takeReader = async (): Promise<Reader> => {
  const waiting = spare;
  spare = null;
  if (waiting === null) return startReader();
  clearTimeout(waiting.timer);
  return waiting.reader;
};

const watchOver = ({ pid, kill }: Reader): { end: () => void } => {
  const late = setTimeout(kill, patience);
  const look = setInterval(() => {
    if (memoryOf(pid) > mostBytes) kill();
  }, lookEvery);
  return {
    end: () => {
      clearTimeout(late);
      clearInterval(look);
    },
  };
};

const pageSize = 4_096;

/** Resident bytes; 0 where the system does not say (the time and address limits still hold there). */
const memoryOf = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1] ?? 0) * pageSize;
  } catch {
    return 0;
  }
};

const place = z.number().min(-100_000).max(100_000).optional();

/** The reader had a stranger's file in its hands: what it answers is parsed like any stranger's words. */
const Answer = z.union([
  z.object({ refused: z.enum(cvRefusals) }),
  z.object({
    text: z.object({
      lines: z.array(
        z.object({ text: z.string(), page: z.int().min(1), x: place, y: place, width: place, size: place }),
      ),
    }),
  }),
]);

const textOf = (answer: string): CvText => {
  const read = Answer.safeParse(jsonOf(answer));
  if (!read.success) throw new Refused("cv-too-heavy"); // it was ended, or ended itself
  if ("refused" in read.data) throw new Refused(read.data.refused);
  return read.data.text as CvText; // optional places may be undefined to zod, and absent to everyone else
};

const jsonOf = (answer: string): unknown => {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
};
