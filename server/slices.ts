import type { Routes } from "./http/routes.ts";

/** The rooms of the house that answer requests, in the order of the slices. */
export const slices: readonly Routes[] = [];
