import { setImmediate } from "node:timers/promises";
import { log } from "#server/platform/log.ts";
import { prepareOccupations } from "#shared/referentials/find-occupation.ts";
import { builtInOccupations, useOccupations } from "#shared/referentials/occupations.ts";
import { builtInSkills, useSkills } from "#shared/referentials/skills.ts";
import { areaKinds, useAreas } from "./areas.ts";
import type { OfficialParts } from "./import/official.ts";
import { mergeReferentials } from "./merge-referentials.ts";
import { unpackPart } from "./pack-part.ts";
import { currentEdition, ReferentialEditionModel } from "./referential-edition-model.ts";
import { ReferentialPartModel } from "./referential-part-model.ts";

/**
 * Puts in use what was imported last, merged with what is built in; without any import, what is built in. A part that
 * cannot be read is left aside with a word in the log: a site with fewer trades is better than no site.
 */
export const loadReferentials = async (): Promise<void> => {
  const startedAt = performance.now();
  const parts = await readParts();
  const built = { occupations: builtInOccupations, skills: builtInSkills };
  const { occupations, skills } = parts.rome ? mergeReferentials(built, parts.rome) : built;
  useOccupations(occupations);
  useSkills(skills);
  for (const kind of areaKinds) useAreas(kind, parts[kind] ?? null);
  void prepareOccupations(() => setImmediate()).catch((error: unknown) => log.error({ err: error }, "reading titles"));
  if (Object.keys(parts).length === 0) return;
  const ms = Math.round(performance.now() - startedAt);
  log.info({ rome: parts.rome?.edition, occupations: occupations.length, skills: skills.length, ms }, "referentials");
};

const readParts = async (): Promise<Partial<OfficialParts>> => {
  const edition = await ReferentialEditionModel.findById(currentEdition).lean();
  const read = await Promise.all(
    (edition?.parts ?? []).map(async (part) => [part.name, await readPart(part)] as const),
  );
  return Object.fromEntries(read.filter(([, value]) => value !== null)); // the digest says that we wrote it, in this shape
};

const readPart = async ({ name, digest }: { name: string; digest: string }): Promise<unknown> => {
  try {
    const part = await ReferentialPartModel.findById(digest).lean();
    if (part === null) throw new Error("the part is not there");
    return JSON.parse(await unpackPart(part));
  } catch (error) {
    log.error({ err: error, part: name }, "imported referentials left aside; import them again");
    return null;
  }
};
