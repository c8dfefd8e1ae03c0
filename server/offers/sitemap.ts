import { now, today } from "#server/platform/clock.ts";
import { site } from "#server/platform/site.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { OfferModel } from "./offer-model.ts";
import { publicOffers } from "./offer-visibility.ts";
import { xmlText } from "./xml-text.ts";

/** A sitemap may hold 50 000 addresses. */
const most = 49_000;

/** Reading every offer takes a moment: crawlers may ask often, and an offer that is over leaves within the minute. */
const keptMs = 30_000;

let kept: { readonly until: number; readonly site: string; readonly xml: string } | null = null;

export const sitemap = async (): Promise<string> => {
  const { publicUrl } = site();
  const at = now().getTime();
  if (kept && kept.site === publicUrl && at < kept.until && at >= kept.until - keptMs) return kept.xml;
  const xml = await written(publicUrl);
  kept = { until: at + keptMs, site: publicUrl, xml };
  return xml;
};

const written = async (publicUrl: string): Promise<string> => {
  const offers = await OfferModel.find(publicOffers(today()))
    .select({ title: 1, reference: 1, "commune.name": 1, updatedAt: 1 })
    .sort({ publishedAt: -1 })
    .limit(most)
    .lean();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...["/", "/offres", "/recruter"].map((path) => `<url><loc>${xmlText(publicUrl + path)}</loc></url>`),
    ...offers.map(
      (offer) =>
        `<url><loc>${xmlText(publicUrl + offerAddress(offer))}</loc><lastmod>${offer.updatedAt.toISOString()}</lastmod></url>`,
    ),
    "</urlset>",
  ].join("\n");
};

/** Crawlers read offers and the list; the endless combinations of boxes and the private rooms are not for them. */
export const robots = (): string =>
  [
    "User-agent: *",
    "Disallow: /offres?",
    "Disallow: /api/",
    "Disallow: /connexion",
    "Disallow: /mon-compte",
    "Disallow: /bureau",
    "Disallow: /admin",
    `Sitemap: ${site().publicUrl}/sitemap.xml`,
    "",
  ].join("\n");
