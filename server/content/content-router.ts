import { accessibilityPage } from "#client/content/accessibility-page.tsx";
import { howMatchingWorksPage } from "#client/content/how-matching-works-page.tsx";
import { personalDataPage } from "#client/content/personal-data-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { contentContracts } from "#shared/content/content-contracts.ts";
import { weights } from "#shared/matching/match-weights.ts";

export const contentRouter = routes();

servePage(contentRouter, contentContracts.accessibilityPage, () => accessibilityPage);
servePage(contentRouter, contentContracts.personalDataPage, () => personalDataPage);
servePage(contentRouter, contentContracts.howMatchingWorksPage, () => howMatchingWorksPage(weights));
