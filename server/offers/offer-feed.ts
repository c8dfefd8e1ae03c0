import { sayContract, sayEmployer, sayPay } from "#client/offers/offer-words.ts";
import { site } from "#server/platform/site.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { type FoundOffer, type OfferSearch, searchParameters } from "#shared/offers/offer-search.ts";
import { searchOffers } from "./search-offers.ts";
import { xmlText } from "./xml-text.ts";

/** The newest offers of a search as an Atom feed (RFC 4287). */
export const offerFeed = async (asked: OfferSearch): Promise<string> => {
  const { search, offers } = await searchOffers({ ...asked, sort: "date", page: 1 });
  const { publicUrl, inTerritory } = site();
  const address = searchParameters({ ...search, sort: null });
  const updated = offers[0]?.offer.publishedAt ?? "1970-01-01T00:00:00.000Z";
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<title>${xmlText(`Les offres d’emploi ${inTerritory}`)}</title>`,
    `<id>${xmlText(`${publicUrl}/offres.atom${address}`)}</id>`,
    `<link rel="self" href="${xmlText(`${publicUrl}/offres.atom${address}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${publicUrl}/offres${address}`)}"/>`,
    `<updated>${updated}</updated>`,
    "<author><name>Élan Emploi</name></author>",
    ...offers.map((found) => entryOf(found, publicUrl)),
    "</feed>",
  ].join("\n");
};

const entryOf = ({ offer }: FoundOffer, publicUrl: string): string => {
  const url = xmlText(publicUrl + offerAddress(offer));
  const summary = [sayPay(offer.pay), sayContract(offer), sayEmployer(offer), offer.commune.name].join(" · ");
  return [
    "<entry>",
    `<title>${xmlText(`${offer.title}, ${offer.commune.name}`)}</title>`,
    `<id>urn:elan-emploi:offre:${offer.id}</id>`,
    `<link rel="alternate" type="text/html" href="${url}"/>`,
    `<published>${offer.publishedAt}</published>`,
    `<updated>${offer.publishedAt}</updated>`,
    `<summary>${xmlText(summary)}</summary>`,
    "</entry>",
  ].join("\n");
};
