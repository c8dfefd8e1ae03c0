import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { OfferModel } from "#server/offers/offer-model.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import { companyId } from "#test/support/actors.ts";
import { givenOffers } from "#test/support/given-offers.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";

const browser = "Mozilla/5.0 (Android 9; Mobile) Firefox/140.0";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const givenOffer = async (given: Partial<Offer> = {}): Promise<Offer> => {
  const [offer] = await givenOffers(house, [given]);
  if (!offer) throw new Error("no offer");
  return offer;
};

const jsonLdIn = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "null");

describe("the page of an offer", () => {
  it("says pay and period, contract, hours, place, distance, needs, dates and number", async () => {
    const offer = await givenOffer({
      title: "Aide à domicile F/H",
      pay: { minCents: 190_500, maxCents: 201_000, period: "month" },
      requiredLicences: ["permis-b"],
      experienceMonths: 12,
      weeklyHours: 28.5,
      posts: 2,
    });

    const { text } = await asks(house)
      .get(`${offerAddress(offer)}?de=19031`)
      .expect(200);

    const words = text.replace(/[\u202f\u00a0]/g, " ").replace(/<!--.*?-->|<[^>]+>/g, "");
    for (const said of [
      "1 905 à 2 010 € brut par mois",
      "CDI",
      "28 h 30 par semaine",
      "Tulle (19000)",
      "km de Brive-la-Gaillarde",
      "2 postes",
      "Exigé : permis B",
      "Apprécié : 1 an d’expérience",
      "Résidence des Tilleuls",
      `Référence 19-${offer.reference}`,
      "0 800 00 00 19",
      "Postuler",
    ])
      expect(words, said).toContain(said);
    expect(text).toContain(`href="${offerAddress(offer)}/postuler"`);
  });

  it("shows what was written as text, with its lists", async () => {
    const offer = await givenOffer({
      description: "Vous servez <b>tous</b>.\n- le midi\n- le soir\n\nÀ bientôt & merci.",
    });

    const { text } = await asks(house).get(offerAddress(offer)).expect(200);

    expect(text).toContain("Vous servez &lt;b>tous&lt;/b>.");
    expect(text).toContain("<li>le midi</li><li>le soir</li>");
    expect(text).toContain("À bientôt &amp; merci.");
  });

  it("tells search engines the same, as a JobPosting that cannot close its script", async () => {
    const offer = await givenOffer({
      description: "Bonjour </script><script>alert(1)</script> et bienvenue à tous.",
      pay: { minCents: 1_250, maxCents: 1_400, period: "hour" },
      contract: "cdd",
      durationMonths: 6,
      weeklyHours: 24,
      expiresOn: "2027-07-14",
    });

    const { text } = await asks(house).get(offerAddress(offer)).expect(200);

    expect(text).not.toContain("<script>alert");
    expect(jsonLdIn(text)).toMatchObject({
      "@context": "https://schema.org/",
      "@type": "JobPosting",
      title: offer.title,
      description: "<p>Bonjour &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; et bienvenue à tous.</p>",
      identifier: { "@type": "PropertyValue", value: `19-${offer.reference}` },
      datePosted: today(),
      validThrough: "2027-07-14T23:59:59+02:00",
      employmentType: ["PART_TIME", "TEMPORARY"],
      hiringOrganization: { "@type": "Organization", name: "Résidence des Tilleuls" },
      jobLocation: { address: { "@type": "PostalAddress", addressLocality: "Tulle", addressCountry: "FR" } },
      baseSalary: {
        "@type": "MonetaryAmount",
        currency: "EUR",
        value: { "@type": "QuantitativeValue", minValue: 12.5, maxValue: 14, unitText: "HOUR" },
      },
      directApply: true,
    });
  });

  it("keeps the name of an employer who hides, but for the employer and staff", async () => {
    const offer = await givenOffer({ companyName: "Usine Discrète", employerShown: false });
    const own = await givenPerson({ role: "employer", companyId });
    const officer = await givenPerson({ role: "officer" });

    const seen = await asks(house).get(offerAddress(offer)).expect(200);

    expect(seen.text).not.toContain("Usine Discrète");
    expect(seen.text).toContain("Entreprise accompagnée par le Département");
    expect(jsonLdIn(seen.text)["hiringOrganization"]).toMatchObject({ name: "confidential" });
    for (const person of [own, officer])
      expect((await asks(house, person).get(offerAddress(offer)).expect(200)).text).toContain("Usine Discrète");
  });

  it("has one address: an old one leads to it for good", async () => {
    const offer = await givenOffer();

    const moved = await asks(house).get(`/offres/ancien-titre-${offer.reference}?de=19031`);

    expect(moved.status).toBe(301);
    expect(moved.headers["location"]).toBe(`${offerAddress(offer)}?de=19031`);
  });

  it.each(["rien", "rien-999999", "12-", "-", "x".repeat(190)])(
    "is missing at an address of nothing: %.20s",
    async (slug) => {
      await asks(house).get(`/offres/${slug}`).expect(404);
    },
  );
});

describe("an offer that is over", () => {
  it.each(["filled", "cancelled", "expired"] as const)(
    "says so with 410 and what looks like it: %s",
    async (status) => {
      const other = await givenOffer({ title: `Semblable à la ${status} F/H`, occupation: "G1602" });
      const offer = await givenOffer({ status, occupation: "G1602" });

      const { text } = await asks(house).get(offerAddress(offer)).expect(410);

      expect(text).toContain("Cette offre n’est plus ouverte");
      expect(text).toContain(offerAddress(other));
      expect(text).not.toContain("application/ld+json");
      expect(text).not.toContain("/postuler");
      await asks(house).getJson(`/api/v1/offers/${offer.id}`).expect(410);
    },
  );

  it("is gone the day after its last, whatever its status says", async () => {
    const offer = await givenOffer({ expiresOn: addDays(today(), 1) });
    await asks(house).get(offerAddress(offer)).expect(200);

    setClock(new Date(Date.now() + 2 * 86_400_000));
    const late = await asks(house).get(offerAddress(offer));
    setClock();

    expect(late.status).toBe(410);
  });

  it.each(["draft", "pending", "suspended"] as const)("is missing while it may come back: %s", async (status) => {
    const offer = await givenOffer({ status });

    await asks(house).get(offerAddress(offer)).expect(404);
    await asks(house).getJson(`/api/v1/offers/${offer.id}`).expect(404);
    const seen = await asks(house, await givenPerson({ role: "officer" }))
      .get(offerAddress(offer))
      .expect(200);
    expect(seen.text).toContain("n’est pas en ligne");
    expect(seen.text).not.toContain("application/ld+json");
  });
});

describe("the views of an offer", () => {
  const viewsOf = async ({ id }: Offer): Promise<{ views: number; version: number }> => {
    const { views, version } = (await OfferModel.findById(id).lean()) ?? { views: -1, version: -1 };
    return { views, version };
  };

  it("count people with a browser, and change nothing else", async () => {
    const offer = await givenOffer();

    await asks(house).get(offerAddress(offer)).set("User-Agent", browser).expect(200);

    await vi.waitFor(async () => expect(await viewsOf(offer)).toEqual({ views: 1, version: offer.version }));
  });

  it("count neither machines, nor staff, nor what is only fetched ahead", async () => {
    const offer = await givenOffer();
    const address = offerAddress(offer);
    const officer = await givenPerson({ role: "officer" });

    await asks(house).get(address).set("User-Agent", "Googlebot/2.1");
    await asks(house).get(address).set("User-Agent", browser).set("Sec-Purpose", "prefetch");
    await asks(house, officer).get(address).set("User-Agent", browser);
    await asks(house).get(address).set("User-Agent", browser).expect(200); // a person, last: when it shows, the others would have

    await vi.waitFor(async () => expect((await viewsOf(offer)).views).toBeGreaterThan(0));
    expect((await viewsOf(offer)).views).toBe(1);
  });
});
