import type { VNode } from "preact";

type Block = { readonly kind: "text"; readonly text: string } | { readonly kind: "list"; readonly items: string[] };

/** What an employer wrote, as paragraphs and lists: a line that begins with "- " is an item. Nothing else is markup. */
export const OfferText = ({ text }: { text: string }): VNode => (
  <>
    {blocksOf(text).map((block, index) =>
      block.kind === "text" ? (
        <p key={index} class="preline">
          {block.text}
        </p>
      ) : (
        <ul key={index} class="dots">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      ),
    )}
  </>
);

/** The same as HTML, for the structured data that search engines read. */
export const offerHtml = (text: string): string =>
  blocksOf(text)
    .map((block) =>
      block.kind === "text"
        ? `<p>${escaped(block.text).replace(/\n/g, "<br>")}</p>`
        : `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`,
    )
    .join("");

const item = /^\s*[-–•*]\s+/;

const kindOf = (line: string): "blank" | Block["kind"] =>
  line.trim() === "" ? "blank" : item.test(line) ? "list" : "text";

/** Lines of one kind that follow one another are one block; a blank line parts them. */
const blocksOf = (text: string): Block[] => {
  const groups: { kind: "blank" | Block["kind"]; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const last = groups[groups.length - 1];
    const kind = kindOf(line);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups.flatMap(({ kind, lines }): Block[] => {
    if (kind === "blank") return [];
    if (kind === "text") return [{ kind, text: lines.join("\n") }];
    return [{ kind, items: lines.map((line) => line.replace(item, "").trim()) }];
  });
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
