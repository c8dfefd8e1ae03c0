import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dismissSpare, readApart } from "#server/cvs/reader/read-apart.ts";
import { cvDocx, cvLines, relations } from "#test/support/given-cv-files.ts";
import { aPdf, columns } from "#test/support/given-pdf.ts";

let calls = 0;
let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((_request, response) => response.end("x"));
  server.on("connection", () => {
    calls += 1;
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  port = (server.address() as AddressInfo).port; // it listens on a port
});
beforeEach(() => {
  calls = 0;
});
afterAll(() => {
  dismissSpare();
  server.close();
});

const external = (type: string, target: string): string =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;
const here = (): string => `http://127.0.0.1:${port}/x`;
const docx = (type: string, target: string) => ({
  name: "cv.docx",
  bytes: cvDocx(cvLines, { parts: [relations(external(type, target))] }),
});

describe("nothing is fetched while a file is read", () => {
  it("would be seen here if it were", async () => {
    await fetch(here());

    expect(calls).toBe(1);
  });

  it("for the links that people press: a DOCX with one is read", async () => {
    const { lines } = await readApart(docx("hyperlink", here()));

    expect(lines).toHaveLength(cvLines.length);
    expect(calls).toBe(0);
  });

  it("for the link of a PDF", async () => {
    const link = `<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (${here()}) >> >>`;
    const { lines } = await readApart({ name: "cv.pdf", bytes: aPdf([columns(cvLines)], { objects: [link] }) });

    expect(lines.length).toBeGreaterThan(5);
    expect(calls).toBe(0);
  });

  it.each(["attachedTemplate", "image", "oleObject", "frame", "subDocument"])(
    "for a %s that stands elsewhere: the file is refused",
    async (type) => {
      await expect(readApart(docx(type, here()))).rejects.toMatchObject({ code: "cv-external" });

      expect(calls).toBe(0);
    },
  );

  it.each(["file:///c:/x.exe", "javascript:alert(1)", "\\\\serveur\\partage\\x", "ms-word:ofe|u|http://x"])(
    "for a link to %s: the file is refused",
    async (target) => {
      await expect(readApart(docx("hyperlink", target))).rejects.toMatchObject({ code: "cv-external" });
    },
  );
});
