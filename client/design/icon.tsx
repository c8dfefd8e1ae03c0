import type { VNode } from "preact";

const paths = {
  search: "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zm5 11 5 5",
  bell: "M6 17V11a6 6 0 1 1 12 0v6l1.5 2h-15zM10 21h4",
  list: "M5 6h14M5 12h14M5 18h9",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 8c1-4 4-6 8-6s7 2 8 6",
  heart: "M12 20s-7-4.6-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 10c0 5.4-7 10-7 10z",
  mail: "M4 6h16v12H4zM4 7l8 6.5L20 7",
  phone: "M6 3h4l2 5-2.5 1.5a11 11 0 0 0 5 5L16 12l5 2v4c0 2-2 3-4 3C10 20 4 14 3 7c0-2 1-4 3-4z",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing that only accompanies words. */
export const Icon = ({ name }: { name: IconName }): VNode => (
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
