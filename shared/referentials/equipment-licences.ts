import type { Licence } from "./licence.ts";

type Line = readonly [code: string, label: string, ...phrases: string[]];

const group = (kind: Licence["kind"], family: string, lines: readonly Line[]): Licence[] =>
  lines.map(([code, label, ...phrases]) => ({ code, label, kind, family, phrases }));

/** Licences to drive and to operate, and electrical accreditations (NF C 18-510). */
export const equipmentLicences: readonly Licence[] = [
  ...group("driving", "Permis de conduire", [
    ["permis-am", "Permis AM (cyclomoteur)", "BSR", "permis cyclomoteur"],
    ["permis-a", "Permis A (moto)", "permis moto", "permis A2"],
    ["permis-b", "Permis B (voiture)", "permis voiture", "permis VL", "permis de conduire"],
    ["permis-be", "Permis BE (voiture et remorque)", "permis EB", "permis remorque", "B96"],
    ["permis-c", "Permis C (poids lourd)", "permis PL", "permis poids lourd", "permis C1"],
    ["permis-ce", "Permis CE (super lourd)", "permis EC", "permis SPL", "permis super lourd"],
    ["permis-d", "Permis D (transport en commun)", "permis car", "permis bus", "permis D1"],
    ["permis-de", "Permis DE (transport en commun et remorque)", "permis ED"],
  ]),
  ...group("caces", "CACES R482 : engins de chantier", [
    ["caces-r482-a", "CACES R482 A : engins compacts", "R482 cat A", "R372 1", "mini-pelle"],
    ["caces-r482-b1", "CACES R482 B1 : pelles", "R482 cat B1", "R372 2", "pelle hydraulique"],
    ["caces-r482-b2", "CACES R482 B2 : engins de sondage ou de forage", "R482 cat B2"],
    ["caces-r482-b3", "CACES R482 B3 : engins rail-route", "R482 cat B3"],
    ["caces-r482-c1", "CACES R482 C1 : chargeuses", "R482 cat C1", "R372 4", "chargeuse"],
    ["caces-r482-c2", "CACES R482 C2 : bouteurs", "R482 cat C2", "bulldozer"],
    ["caces-r482-c3", "CACES R482 C3 : niveleuses", "R482 cat C3", "R372 6"],
    ["caces-r482-d", "CACES R482 D : compacteurs", "R482 cat D", "R372 7", "compacteur"],
    ["caces-r482-e", "CACES R482 E : tombereaux", "R482 cat E", "R372 8", "dumper"],
    ["caces-r482-f", "CACES R482 F : chariots de manutention tout-terrain", "R482 cat F", "R372 9", "télescopique"],
    ["caces-r482-g", "CACES R482 G : conduite hors production", "R482 cat G", "R372 10"],
  ]),
  ...group("caces", "CACES R489 : chariots élévateurs", [
    ["caces-r489-1a", "CACES R489 1A : transpalettes à conducteur porté", "R489 cat 1A", "R389 1"],
    ["caces-r489-1b", "CACES R489 1B : gerbeurs à conducteur porté", "R489 cat 1B"],
    ["caces-r489-2a", "CACES R489 2A : chariots à plateau porteur", "R489 cat 2A"],
    ["caces-r489-2b", "CACES R489 2B : chariots tracteurs industriels", "R489 cat 2B", "R389 2"],
    ["caces-r489-3", "CACES R489 3 : chariots élévateurs frontaux", "R489 cat 3", "R389 3", "cariste"],
    ["caces-r489-4", "CACES R489 4 : chariots frontaux de plus de 6 tonnes", "R489 cat 4", "R389 4"],
    ["caces-r489-5", "CACES R489 5 : chariots à mât rétractable", "R489 cat 5", "R389 5"],
    ["caces-r489-6", "CACES R489 6 : chariots à poste de conduite élevable", "R489 cat 6"],
    ["caces-r489-7", "CACES R489 7 : conduite hors production", "R489 cat 7", "R389 6"],
  ]),
  ...group("caces", "CACES : gerbeurs, nacelles et grues", [
    ["caces-r485-1", "CACES R485 1 : gerbeurs accompagnants jusqu’à 2,50 m", "R485 cat 1"],
    ["caces-r485-2", "CACES R485 2 : gerbeurs accompagnants au-delà de 2,50 m", "R485 cat 2"],
    ["caces-r486-a", "CACES R486 A : nacelles à élévation verticale", "R486 cat A", "R386 1A", "R386 3A"],
    ["caces-r486-b", "CACES R486 B : nacelles à élévation multidirectionnelle", "R486 cat B", "R386 1B", "R386 3B"],
    ["caces-r486-c", "CACES R486 C : nacelles hors production", "R486 cat C"],
    ["caces-r490", "CACES R490 : grues de chargement", "R390", "grue auxiliaire"],
    ["caces-r487", "CACES R487 : grues à tour", "R377", "grue à tour"],
    ["caces-r483", "CACES R483 : grues mobiles", "R383", "grue mobile"],
    ["caces-r484", "CACES R484 : ponts roulants", "R318", "pont roulant"],
  ]),
  ...group("electrical", "Habilitations électriques", [
    ["habilitation-b0-h0", "Habilitation B0 H0 H0V : non-électricien", "B0", "H0", "H0B0", "H0V"],
    ["habilitation-bs-be", "Habilitation BS BE : interventions simples", "BS", "BE manœuvre", "BE essai"],
    ["habilitation-b1-b2", "Habilitation B1 B2 : travaux en basse tension", "B1", "B1V", "B2", "B2V"],
    ["habilitation-br", "Habilitation BR : interventions en basse tension", "BR"],
    ["habilitation-bc", "Habilitation BC : consignation", "BC"],
    ["habilitation-h1-h2", "Habilitation H1 H2 : travaux en haute tension", "H1", "H1V", "H2", "H2V", "HC"],
    ["habilitation-ve", "Habilitation véhicules électriques (BxL)", "B1L", "B2L", "BCL", "B1VL", "B2VL"],
    ["habilitation-photovoltaique", "Habilitation BP : photovoltaïque", "QualiPV"],
  ]),
];
