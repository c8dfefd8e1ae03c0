import { catcherUploadPage } from "#client/cvs/catcher-upload-page.tsx";
import { catcherWords } from "#client/cvs/catcher-words.ts";
import { cvWords } from "#client/cvs/cv-words.ts";
import { typedCaught, typedFindings } from "#client/cvs/typed-caught.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { catcherContracts } from "#shared/cvs/catcher-contracts.ts";
import { catchCv } from "./catcher/catch-cv.ts";
import { explainTrades } from "./catcher/explain-trades.ts";
import { keepFile } from "./catcher/keep-file.ts";
import { receiveUpload } from "./catcher/receive-upload.ts";
import { type FittingOffers, showCaught, shownFirst, showWrong } from "./catcher/show-caught.ts";
import { keepOneReady } from "./reader/read-apart.ts";

// A family or an agency behind one address reads its CVs; a machine does not read everybody's.
const readings = { name: "cv-reading", most: 40, minutes: 15 };
const corrections = { name: "cv-correction", most: 300, minutes: 15 };

/** A CV read before any account: from the file to the offers, nothing kept between two pages. */
export const catcherRouter = (fitting: FittingOffers): Routes => {
  const router = routes({ ...cvWords, ...catcherWords });
  receiveUpload(router, catcherContracts.readCv, readings);

  servePage(router, catcherContracts.uploadPage, ({ actor }) => {
    keepOneReady();
    return catcherUploadPage({ candidate: actor.role === "candidate", typed: {}, errors: {} });
  });

  serveForm(router, catcherContracts.readCv, {
    handle: async ({ actor, body }) => {
      const findings = await catchCv(body);
      const kept = body.keep && actor.role === "candidate" && body.file !== undefined;
      if (kept) await keepFile(actor, body.file);
      return { typed: typedFindings(findings), kept };
    },
    done: async ({ typed, kept }, { actor }) => ({
      page: await showCaught({ typed, actor, limit: shownFirst, fitting, kept }),
    }),
    again: ({ actor }, again) => catcherUploadPage({ candidate: actor.role === "candidate", ...again }),
  });

  serveForm(router, catcherContracts.correctCv, {
    handle: ({ request }) => countAttempt(corrections, request.ip),
    done: async (_reply, { actor, body }) => ({
      page: await showCaught({ typed: typedCaught(body), actor, limit: body.show ?? shownFirst, fitting }),
    }),
    again: ({ actor }, again) => showWrong(actor, { ...again, errors: explainTrades(again) }),
  });
  return router;
};
