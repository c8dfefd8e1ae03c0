import { drawer } from "#test/bench/search-offers-corpus.ts";

export type Ask = {
  readonly kind: "search" | "offer" | "apply" | "staff";
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly cookie: string | null;
};

/** What the traffic of a site is made of: who is signed in, and the offers they know. */
export type Targets = {
  readonly candidates: readonly string[];
  readonly officers: readonly string[];
  readonly employer: string;
  readonly offers: readonly string[];
  /** Offers that the employer takes off and puts back. */
  readonly movedOffers: readonly string[];
  readonly staffPaths: readonly string[];
};

const words =
  `aide soignante|aide soigante|maçon|cuisinier|chauffeur poids lourd|vendeuse|electricien batiment|mecanicein
femme de ménage|infirmier nuit|menuisier|comptable|boulanger|soudeur|secrétaire médicale|agent d’entretien|caissier
serveur|plombié|technicien de maintenance|conducteur d'engins|animateur|préparateur de commandes|jardinier|coiffeuse`.split(
    /[|\n]/,
  );
const places = ["", "", "Tulle", "Brive 20 km", "Ussel", "Égletons 30 km", "Objat", "Argentat"];
const boxes = ["", "", "", "contract=cdi", "contract=cdi&contract=cdd", "withoutCar=true", "schedule=day", "sort=date"];

/** So many offers are off line at once: the coming back of one does not overtake its leaving. */
const movedApart = 5;

/** 70 % search (one in six by the API), 20 % offer pages, 5 % applications, 5 % staff; always the same for one seed. */
export const mixOf = (targets: Targets, seed: number): (() => Ask) => {
  const draw = drawer(seed);
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item =>
    items[Math.floor(draw() * items.length)] ?? otherwise;
  let applications = 0;
  let moves = 0;

  const search = (): Ask => {
    const text = `${draw() < 0.85 ? pick(words, "") : ""} ${pick(places, "")}`.trim();
    const page = draw() < 0.1 ? `page=${2 + Math.floor(draw() * 4)}` : "";
    const query = [text && `q=${encodeURIComponent(text)}`, pick(boxes, ""), page].filter(Boolean).join("&");
    return {
      kind: "search",
      method: "GET",
      path: `${draw() < 1 / 6 ? "/api/v1/offers" : "/offres"}?${query}`,
      cookie: null,
    };
  };
  /** Each person applies once to an offer, and to all offers of the list before anyone runs out. */
  const apply = (): Ask => {
    const person = applications % targets.candidates.length;
    const round = Math.floor(applications / targets.candidates.length);
    const offer = targets.offers[(person * 37 + round) % targets.offers.length] ?? "";
    applications += 1;
    return { kind: "apply", method: "POST", path: `${offer}/postuler`, cookie: targets.candidates[person] ?? null };
  };
  /** One in ten changes an offer: it leaves the index, and comes back some moves later. */
  const staff = (): Ask => {
    if (draw() >= 0.1)
      return {
        kind: "staff",
        method: "GET",
        path: pick(targets.staffPaths, "/bureau"),
        cookie: pick(targets.officers, ""),
      };
    const turn = moves;
    moves += 1;
    const back = turn % 2 === 1;
    const at = Math.floor(turn / 2) - (back ? movedApart : 0);
    const id = targets.movedOffers[Math.max(0, at) % targets.movedOffers.length] ?? "";
    const path = `/employeur/offres/${id}/${back ? "publication" : "suspension"}`;
    return { kind: "staff", method: "POST", path, cookie: targets.employer };
  };

  return () => {
    const share = draw();
    if (share < 0.7) return search();
    if (share < 0.9) return { kind: "offer", method: "GET", path: pick(targets.offers, "/"), cookie: null };
    return share < 0.95 ? apply() : staff();
  };
};
