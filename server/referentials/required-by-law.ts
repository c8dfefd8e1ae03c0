/**
 * The official occupations we did not write that the law keeps for a diploma or a card; one of them is enough.
 * Sources: Code de la santé publique L4111-1, L4321-2, L4311-2; Code du sport L212-1; Code de la sécurité intérieure
 * L612-20; Code des transports L3120-2-2, R3314-1; CGCT L2223-25-1; Code de la route L212-1; loi 77-2 du 3 janvier 1977.
 */
const lines = `
de-medecin: J1101 J1108 J1110 J1111 J1112 J1113 J1114 J1115 J1116 J1117 J1118 J1119 J1120 J1121 J1122 J1123 J1124 J1125 J1126 J1127 J1128 J1129 J1130 J1131 J1132 J1133 J1134 J1135 K1402
de-medecin de-pharmacien: J1201
dei dei-specialise de-puericultrice: J1505
de-kinesitherapeute: J1413
bpjeps: G1208 G1209 G1212 G1215 G1217 G1218 G1220
bpjeps-aan: G1226
carte-cnaps: K2507 K2508
carte-vtc-taxi: N4124
permis-c: N4107 N4122 N4126
permis-b: N4114 N4120
capacite-funeraire: K2605
diplome-architecte: F1121 F1127`;

const byCode = new Map(
  lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [diplomas = "", codes = ""] = line.split(": ");
      return codes.split(" ").map((code) => [code, diplomas.split(" ")] as const);
    }),
);

export const requiredByLaw = (code: string): readonly string[] => byCode.get(code) ?? [];
