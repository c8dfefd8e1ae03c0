import { z } from "zod";

/** One page of a list: `total` counts the whole list, `page` starts at 1. */
export type ListPage<Item> = {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
};

export const pageCount = ({ total, pageSize }: { total: number; pageSize: number }): number =>
  Math.max(1, Math.ceil(total / pageSize));

/** A page number from an address: anything unreadable is page 1, and no list goes beyond page 500. */
export const PageNumber = z.coerce.number().int().min(1).max(500).catch(1);
