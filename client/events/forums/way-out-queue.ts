// What a tablet noted and the server has not answered yet. It outlives the page, the browser and the network.

export type KeptAnswer = Readonly<Record<string, string>> & { readonly key: string };

const nameOf = (token: string): string => `elan-sortie-${token.slice(0, 24)}`;

export const readKept = (store: Storage, token: string): readonly KeptAnswer[] => {
  try {
    return (JSON.parse(store.getItem(nameOf(token)) ?? "[]") as KeptAnswer[]) ?? [];
  } catch {
    return [];
  }
};

export const keepAnswer = (store: Storage, token: string, answer: KeptAnswer): void =>
  write(store, token, [...readKept(store, token).filter(({ key }) => key !== answer.key), answer]);

export const forgetAnswer = (store: Storage, token: string, key: string): void =>
  write(
    store,
    token,
    readKept(store, token).filter((one) => one.key !== key),
  );

const write = (store: Storage, token: string, answers: readonly KeptAnswer[]): void => {
  if (answers.length === 0) store.removeItem(nameOf(token));
  else store.setItem(nameOf(token), JSON.stringify(answers));
};
