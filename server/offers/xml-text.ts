/** Text as XML may hold it: signs escaped, and without the control characters and half pairs that XML 1.0 forbids. */
export const xmlText = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
