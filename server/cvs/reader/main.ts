import { Socket } from "node:net";
import { getResolvedPDFJS } from "unpdf";
import { readFile } from "./read-file.ts";
import { Refused } from "./refused.ts";

/**
 * The reader's own process, one for one file. Descriptor 3 gives a line with the file's name, then its bytes, and is
 * its parent's life: closed with nothing on it, the reader leaves. The answer goes to standard output, and nothing else.
 */
const main = async (): Promise<void> => {
  const given = await everything(new Socket({ fd: 3, readable: true, writable: false }));
  if (given.length === 0) process.exit(0);
  const end = given.indexOf("\n");
  const { name } = JSON.parse(given.subarray(0, end).toString("utf8")) as { name: string }; // our parent wrote it
  const answer = await answerOf({ name, bytes: given.subarray(end + 1) });
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
};

const answerOf = async (file: { name: string; bytes: Uint8Array }): Promise<object> => {
  try {
    return { text: await readFile(file) };
  } catch (error) {
    return { refused: error instanceof Refused ? error.code : "cv-damaged" };
  }
};

const everything = async (stream: Socket): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

// What reads PDF files is long to load: it is there before the file is.
void getResolvedPDFJS().then(() => process.stdout.write("ready\n"));
void main();
