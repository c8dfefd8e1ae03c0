import { z } from "zod";
import { contract } from "#shared/kernel/contract.ts";

/** What was typed, cut to what a name can hold. */
const Typed = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.slice(0, 80));

const FoundPlace = z.object({
  /** INSEE code. */
  code: z.string(),
  name: z.string(),
  postcodes: z.array(z.string()),
  department: z.string(),
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
