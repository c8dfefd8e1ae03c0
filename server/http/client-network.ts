import { isIPv6 } from "node:net";

/**
 * What rate limits count: the address, or the /64 of an IPv6 one. A household holds a whole /64 and could otherwise
 * take a new address for each try.
 */
export const networkOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = "", tail = ""] = (ip.split("%")[0] ?? "").split("::");
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const missing = ip.includes("::") ? 8 - first.length - last.length : 0;
  const groups = [...first, ...Array.from({ length: missing }, () => "0"), ...last];
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "").toLowerCase());
  return `${network.join(":")}::/64`;
};

const groupsOf = (part: string): string[] => (part === "" ? [] : part.split(":"));
