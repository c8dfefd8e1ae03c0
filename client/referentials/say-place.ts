/** "de Tulle", "d’Ussel", "du Lonzac", "des Angles", "de La Roche". */
export const ofPlace = (name: string): string =>
  withArticle(name, { le: "du ", les: "des ", elided: "d’", plain: "de " });

/** "à Tulle", "à Ussel", "au Lonzac", "aux Angles", "à La Roche". */
export const atPlace = (name: string): string =>
  withArticle(name, { le: "au ", les: "aux ", elided: "à ", plain: "à " });

type Forms = { readonly le: string; readonly les: string; readonly elided: string; readonly plain: string };

const withArticle = (name: string, { le, les, elided, plain }: Forms): string => {
  if (/^Le /.test(name)) return le + name.slice(3);
  if (/^Les /.test(name)) return les + name.slice(4);
  return (/^[AEIOUYÀÂÉÈÊËÎÏÔÛÜ]/.test(name) ? elided : plain) + name;
};
