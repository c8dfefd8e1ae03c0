import { Router } from "express";
import type { Contract } from "#shared/kernel/contract.ts";

/** The sentences a slice gives for its codes: refusals, wrong fields. */
export type Words = Readonly<Record<string, string>>;

/** One slice's endpoints: the Express router, the contracts it serves, the words of its refusals. */
export type Routes = { readonly router: Router; readonly contracts: Contract[]; readonly words: Words };

export const routes = (words: Words = {}): Routes => ({ router: Router(), contracts: [], words });
