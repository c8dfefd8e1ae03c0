import { site } from "#server/platform/site.ts";

/** Whether a page of ours asks: the host that answered it, or the one people type when a proxy renames the first. */
export const isOurOrigin = (origin: string | undefined, host: string | undefined): boolean => {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const asking = new URL(origin).host;
  return asking !== "" && (asking === host || asking === new URL(site().publicUrl).host);
};
