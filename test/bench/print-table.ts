export type BenchTable = {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

const said = (cell: string | number): string =>
  typeof cell === "string" ? cell : Number.isInteger(cell) ? String(cell) : cell.toFixed(cell < 10 ? 2 : 1);

/** A Markdown table, its columns in line. */
export const printTable = ({ title, columns, rows }: BenchTable): void => {
  const lines = [columns, ...rows.map((row) => row.map(said))];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? "").length)));
  const print = (line: readonly string[]): string =>
    `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = lines;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  process.stdout.write(`\n${title}\n\n${[print(head), rule, ...body.map(print)].join("\n")}\n`);
};
