/** A space where French ends no line, nor an hour, nor a number before what it counts; no point between two facts begins one. */
const loose = / (?:[;:!?%€»·]|(?<=\d[ \u00a0]h )\d\d\b)|« |\d(?:er)? (?:[a-zà-ÿ]|CV)/g;

/** Words as French prints them: no « ? » alone at the start of a line. */
export const typeset = (words: string): string => words.replace(loose, tie);

/** The same for a document: its texts only. Attributes, scripts and what stands in a field leave as they came. */
export const typesetHtml = (html: string): string => {
  const edge = /[<"]/g; // Preact escapes both in a text: the nearest one says where we are
  let known = 0;
  let isText = false;
  return html.replace(loose, (pair: string, at: number) => {
    if (at >= known) {
      edge.lastIndex = at;
      known = edge.exec(html)?.index ?? html.length;
      isText = html[known] === "<" && !verbatim.some((end) => html.startsWith(end, known));
    }
    return isText ? tie(pair) : pair;
  });
};

const verbatim = ["</textarea>", "</script>", "</style>"];

// Not the thin one: in our letters it is so thin that « 2 060 € » reads as one word.
const tie = (pair: string): string => pair.replace(" ", "\u00a0");
