import type { Occupation } from "./occupation.ts";

/** Both forms without saying twice what they share: "Agent, agente de nettoyage industriel". */
export const shortTitle = ({ masculine, feminine, title }: Occupation): string => {
  const [first = "", ...rest] = masculine.split(" ");
  const [other = "", ...otherRest] = feminine.split(" ");
  if (rest.length === 0 || rest.join(" ") !== otherRest.join(" ")) return title;
  if (first === other) return masculine;
  return `${first}, ${other.charAt(0).toLowerCase()}${other.slice(1)} ${rest.join(" ")}`;
};
