import { SaxesParser } from "saxes";
import { Refused } from "./refused.ts";

export type Attributes = Readonly<Record<string, string>>;

type Walker = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

const deepest = 500;

/**
 * Follows a document's elements in order. No document type is accepted, so that no entity can be defined or fetched.
 * @throws Refused "cv-damaged"
 */
export const walkXml = (xml: string, { open, close, text }: Walker): void => {
  const parser = new SaxesParser();
  let depth = 0;
  const damaged = (): never => {
    throw new Refused("cv-damaged");
  };
  parser.on("error", damaged);
  parser.on("doctype", damaged);
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > deepest) damaged();
    open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    close(name);
  });
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(xml).close();
};
