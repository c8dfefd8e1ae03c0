/** What a list of companies never needs more of; beyond it a file is hostile, or not a list. */
export const sheetLimits = {
  bytes: 4 * 1024 * 1024,
  inflated: 40 * 1024 * 1024,
  rows: 5_000,
  columns: 60,
  cell: 500,
} as const;

export const sheetFaults = ["sheet-unreadable", "sheet-too-big", "sheet-encrypted", "sheet-empty"] as const;
export type SheetFault = (typeof sheetFaults)[number];

/** Why a file is no table we can read. */
export class SheetRefused extends Error {
  override readonly name = "SheetRefused";
  readonly fault: SheetFault;

  constructor(fault: SheetFault) {
    super(fault);
    this.fault = fault;
  }
}
