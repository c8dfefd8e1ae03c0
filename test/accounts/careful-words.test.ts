import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompanyModel } from "#server/companies/company-model.ts";
import { carefulRule, carefulWords } from "#shared/accounts/careful-words.ts";
import { type Desk, givenDesk, givenProposed, positioningOf } from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks } from "#test/support/people.ts";

describe("a comment about somebody", () => {
  it.each([
    ["Souvent malade en ce moment", ["malade"]],
    ["RQTH, préfère ne pas le dire", ["rqth"]],
    ["Elle est enceinte de 3 mois", ["enceinte"]],
    ["Divorcé, a ses enfants une semaine sur deux", ["divorce", "ses enfants"]],
    ["Fort accent, d’origine étrangère", ["accent", "origine", "etrangere"]],
    ["Porte le voile", ["voile"]],
    ["Délégué du syndicat dans son dernier poste", ["syndicat"]],
    ["A 58 ans, trop vieux pour le poste", ["58 ans", "trop vieux"]],
    ["Touche le RSA", ["rsa"]],
    ["À éviter, ne plus proposer", ["a eviter", "ne plus proposer"]],
    ["sur liste noire", ["liste noire"]],
    ["Problème d'alcool, selon son ancien patron", ["alcool"]],
    ["un casier judiciaire", ["casier"]],
  ])("is pointed at: %s", (text, words) => {
    expect(carefulWords(text)).toEqual(words);
  });

  it.each([
    "A rappelé lundi, disponible à partir du 3 décembre.",
    "Trois ans d’expérience comme aide-soignante de nuit, permis B.",
    "Cherche un temps partiel le matin, à moins de 20 km de Tulle.",
    "L’employeur demande un CACES 3, elle passe la formation en janvier.",
    "N’a pas pu venir à l’entretien, bus supprimé. Nouveau rendez-vous jeudi.",
    "Souhaite évoluer vers chef d’équipe. Bonne maîtrise du français écrit.",
    "Veut travailler dans une crèche, a déjà gardé un enfant à domicile.",
    "Le marché de Noël commence le 5, il accepte les week-ends.",
    "Refuse le poste : le salaire est trop bas pour la distance.",
    "A travaillé à la mairie, puis chez un original du bâtiment.",
    "Contrat signé pour six mois, point à un mois prévu.",
  ])("is left alone: %s", (text) => {
    expect(carefulWords(text)).toEqual([]);
  });
});

let house: House;
let desk: Desk;
beforeAll(async () => {
  house = await openHouse();
  desk = await givenDesk(house);
});
afterAll(() => house.close());

describe("the boxes where staff write", () => {
  it("have the rule beside them, on the card and on the company's sheet", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const pages = await Promise.all([
      asks(house, desk.officer).get(`/bureau/positionnements/${id}`),
      asks(house, desk.officer).get(`/bureau/entreprises/${desk.recruiter.companyId}`),
    ]);

    expect(pages.map(({ text }) => text.includes(carefulRule))).toEqual([true, true]);
  });

  it("send a doubtful note back once, what was typed kept, and keep it when the box is ticked", async () => {
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const at = `/bureau/positionnements/${id}/notes`;
    const remark = "Souvent malade selon elle.";
    const warned = await asks(house, desk.officer).post(at, { remark });
    const before = (await positioningOf(desk.offerId, seeker.id)).steps.length;
    const kept = await asks(house, desk.officer).post(at, { remark, sure: "on" });
    const after = await positioningOf(desk.offerId, seeker.id);

    expect(warned.status).toBe(422);
    expect(warned.text).toContain("Je garde ces mots : malade.");
    expect(warned.text).toContain(remark);
    expect(kept.status).toBe(303);
    expect([before + 1, after.steps.at(-1)?.note]).toEqual([after.steps.length, remark]);
    expect((await asks(house, seeker).get("/mon-compte/mes-donnees")).text).toContain(remark);
  });

  it("watch a step's note and the thread of a company too", async () => {
    const seeker = await givenProposed(house, desk);
    const { id, version } = await positioningOf(desk.offerId, seeker.id);
    const move = { to: "consented", version: String(version), note: "Dit oui, malgré sa grossesse." };
    const thread = { kind: "call", text: "Le patron ne veut pas d’étrangers." };
    const moved = await asks(house, desk.officer).post(`/bureau/positionnements/${id}/etape`, move);
    const noted = await asks(house, desk.officer).post(`/bureau/entreprises/${desk.recruiter.companyId}/fil`, thread);

    expect([moved.status, noted.status]).toEqual([422, 422]);
    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe("proposed");
    expect((await CompanyModel.findById(desk.recruiter.companyId).lean())?.notes).toEqual([]);
  });

  it("have no flag that shuts somebody out: no such field exists", async () => {
    const { default: mongoose } = await import("mongoose");
    const fields = Object.values(mongoose.models).flatMap(({ schema }) => Object.keys(schema.paths));

    expect(fields.filter((name) => /black|toAvoid|banned|excluded|flagged/i.test(name))).toEqual([]);
  });
});
