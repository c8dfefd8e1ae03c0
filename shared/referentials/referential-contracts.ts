import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";

/** What was typed, cut to what a name can hold. */
const Typed = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.slice(0, 80));

const Area = z.object({ code: z.string(), name: z.string() });

const FoundPlace = z.object({
  /** INSEE code. */
  code: z.string(),
  name: z.string(),
  postcodes: z.array(z.string()),
  department: z.string(),
  /** SIREN of the group of communes. */
  epci: z.string().nullable(),
  /** "Zone d’emploi" of INSEE; null until the official areas are imported. */
  employmentZone: Area.nullable(),
  /** "Bassin d’emploi" of France Travail; null until then too. */
  basin: Area.nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});

const FoundOccupation = z.object({
  /** ROME 4.0 code. */
  code: z.string(),
  label: z.string(),
  /** 0 to 1; 1 is one of the occupation's own names. */
  confidence: z.number(),
});

export const referentialContracts = {
  completePlaces: contract({
    method: "get",
    path: "/api/v1/places",
    access: "anyone",
    summary: "Communes as one types a name or a postcode, those of the territory first.",
    query: z.object({ q: Typed.default("") }),
    reply: z.object({ places: z.array(FoundPlace) }),
  }),
  findOccupations: contract({
    method: "get",
    path: "/api/v1/occupations",
    access: "anyone",
    summary: "Occupations named by a whole title (title), or as one types (q), the likeliest first.",
    query: z.object({ title: Typed.optional(), q: Typed.optional() }),
    reply: z.object({ occupations: z.array(FoundOccupation) }),
  }),
};
