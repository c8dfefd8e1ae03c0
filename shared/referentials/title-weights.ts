import type { EvidenceName } from "./title-evidence.ts";

/**
 * What each piece of evidence is worth: a conditional logit, fitted on titles of ROME 4.0 v60 held out of the index (the
 * newest codes, one in six at random, all those of some occupations) and on known ones with one or two typos. Being
 * such a model's, the weights give likelihoods; occupations.bench.ts shows how far those can be trusted.
 */
export const evidenceWeights: Readonly<Record<EvidenceName, number>> = {
  lookAlike: 8.07,
  near: 0.32,
  nearest: 0.37,
  several: 2.3,
  names: -0.91,
  namePairs: 0.64,
  nameTails: 0.9,
  nameHeads: 1.46,
  labelHead: 0.74,
  text: 1.78,
  textPairs: 1.26,
  textRoots: 2.64,
  domain: 1.56,
};
