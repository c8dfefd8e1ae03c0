const mark = " data-unnamed>";

/**
 * A sentence of the summary that suits any field ("Il manque une réponse ici.") begins with the label of the one
 * it leads to. The summary is rendered before its fields: only the whole page knows their labels.
 */
export const nameWrongFields = (html: string): string =>
  html.includes(mark)
    ? html.replace(/(<a href="#([\w-]+)") data-unnamed>/g, (_link, start: string, id: string) => {
        const label = labelOf(html, id);
        return label ? `${start}>${label} : ` : `${start}>`;
      })
    : html;

/** As rendered, so already escaped. */
const labelOf = (html: string, id: string): string | undefined =>
  new RegExp(`(?:<label for="${id}">|<fieldset[^>]* id="${id}"[^>]*><legend>)([^<]+)<`).exec(html)?.[1]?.trim();
