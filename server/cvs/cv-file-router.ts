import { catcherNotices, catcherWords } from "#client/cvs/catcher-words.ts";
import { keepFilePage } from "#client/cvs/kept-file-part.tsx";
import { routes } from "#server/http/routes.ts";
import { bind } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { catcherContracts } from "#shared/cvs/catcher-contracts.ts";
import type { CvFileKind } from "#shared/cvs/cv-file.ts";
import { eraseKeptFile, keepOwnFile, openKeptFile } from "./catcher/keep-file.ts";
import { receiveUpload } from "./catcher/receive-upload.ts";

/** The file of a CV, kept only because its person asked: theirs to open and to erase, nobody else's. */
export const cvFileRouter = routes(catcherWords);

receiveUpload(cvFileRouter, catcherContracts.keepFile, { name: "cv-reading", most: 40, minutes: 15 });

serveForm(cvFileRouter, catcherContracts.keepFile, {
  handle: ({ actor, body }) => keepOwnFile(actor, body.file),
  done: () => ({ to: "/mon-cv", notice: catcherNotices.fileKept }),
  again: (_input, { typed, errors }) => keepFilePage({ typed, errors }),
});

const types: Record<CvFileKind, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  txt: "text/plain; charset=utf-8",
};

bind(cvFileRouter, catcherContracts.downloadFile, async ({ actor }, _request, response) => {
  const { file, bytes } = await openKeptFile(actor);
  response.set({
    // Saved, never shown in our pages' name: were it shown all the same, it could run nothing and reach nothing.
    "Content-Disposition": `attachment; filename="cv.${file.kind}"; filename*=UTF-8''${encoded(file.name)}`,
    "Content-Security-Policy": `${response.get("Content-Security-Policy")}; sandbox`,
    "Cache-Control": "no-store",
    "Content-Type": types[file.kind],
  });
  response.end(bytes);
});

serveForm(cvFileRouter, catcherContracts.eraseFile, {
  handle: ({ actor }) => eraseKeptFile(actor),
  done: () => ({ to: "/mon-cv", notice: catcherNotices.fileErased }),
});

/** RFC 8187: what encodeURIComponent leaves and a header's value may not hold is encoded too. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
