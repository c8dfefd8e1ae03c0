import type { TodoSource } from "#server/matching/todo-sources.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { PositioningModel } from "./positioning-model.ts";

/** Offers proposed by an officer that wait for the person's yes or no. */
export const proposalTodos: TodoSource = async ({ person }) => {
  const asked = await PositioningModel.find({ accountId: person.accountId, status: "proposed" })
    .sort({ statusAt: 1 })
    .limit(20)
    .lean();
  const [first] = asked;
  if (!first) return [];
  const offer = await OfferModel.findById(first.offerId, { title: 1 }).lean();
  return [
    {
      title:
        asked.length === 1 ? `Répondre : ${offer?.title ?? "une offre"}` : `Répondre à ${asked.length} propositions`,
      text: "Un chargé de mission pense à vous pour un poste qui n’est pas publié.",
      waited: true,
      actions: [{ kind: "link", href: "/mes-propositions", label: "Lire et répondre" }],
      note: "Votre nom n’est donné à l’entreprise qu’après votre oui.",
    },
  ];
};
