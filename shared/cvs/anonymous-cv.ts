import { z } from "zod";
import { Cv } from "./cv.ts";

/**
 * A CV without the person: fields are let in one by one, so that a field added to `Cv` stays out until someone
 * decides. Free texts stay out too (people sign them); of the commune, only what a distance needs.
 */
export const AnonymousCv = Cv.pick({
  id: true,
  occupations: true,
  skills: true,
  licences: true,
  radiusKm: true,
  means: true,
  contracts: true,
  hours: true,
  schedules: true,
  availableFrom: true,
}).extend({
  experiences: z.array(z.object({ occupation: z.string().nullable(), months: z.int() })),
  languages: Cv.shape.languages,
  commune: z.object({ code: z.string(), name: z.string(), lat: z.number(), lon: z.number() }),
  updatedOn: z.string(),
});
export type AnonymousCv = z.infer<typeof AnonymousCv>;

export const anonymousCv = (cv: Cv): AnonymousCv => ({
  id: cv.id,
  occupations: cv.occupations,
  skills: cv.skills,
  licences: cv.licences,
  radiusKm: cv.radiusKm,
  means: cv.means,
  contracts: cv.contracts,
  hours: cv.hours,
  schedules: cv.schedules,
  availableFrom: cv.availableFrom,
  experiences: cv.experiences.map(({ occupation, months }) => ({ occupation, months })),
  languages: cv.languages,
  commune: { code: cv.commune.code, name: cv.commune.name, lat: cv.commune.lat, lon: cv.commune.lon },
  updatedOn: cv.updatedAt.slice(0, 10),
});
