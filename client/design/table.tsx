import type { ComponentChildren, VNode } from "preact";

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** The column is there for those who listen; its title is not shown. */
  readonly quiet?: boolean;
  readonly number?: boolean;
  /** A few words that stay on one line. */
  readonly short?: boolean;
};

type TableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/** A table on a desk, a list of people or things on a phone. The first column that shows its title names the row. */
export const Table = <Row,>({ caption, columns, rows, rowKey }: TableProps<Row>): VNode => {
  const naming = columns.findIndex(({ quiet }) => !quiet);
  return (
    <table class="people">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, quiet, number }) => (
            <th key={title} scope="col" class={number ? "n" : undefined}>
              {quiet ? <span class="vh">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, index) => (
              <td
                key={column.title}
                class={index < naming ? "pick" : classOf(column)}
                data-title={column.quiet || index === naming ? undefined : column.title}
              >
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const classOf = <Row,>({ number, short }: Column<Row>): string | undefined =>
  number ? "n" : short ? "short" : undefined;

type PaginationProps = { page: number; pages: number; href: (page: number) => string };

export const Pagination = ({ page, pages, href }: PaginationProps): VNode | null =>
  pages < 2 ? null : (
    <nav class="row pages" aria-label="Pages">
      {page > 1 && (
        <a class="button plain small" rel="prev" href={href(page - 1)}>
          Page précédente
        </a>
      )}
      <span class="num">
        Page {page} sur {pages}
      </span>
      {page < pages && (
        <a class="button plain small" rel="next" href={href(page + 1)}>
          Page suivante
        </a>
      )}
    </nav>
  );
