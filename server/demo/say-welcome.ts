import { demoPassword, demoPeople } from "./demo-accounts.ts";

const roleNames = {
  candidate: "Candidate",
  employer: "Recruteuse",
  officer: "Chargée de mission",
  counsellor: "Référent",
  phoneAgent: "Numéro vert",
  admin: "Administrateur",
} as const;

/** The one address, and who can sign in to a demonstration. */
export const sayWelcome = ({ publicUrl, demo }: { publicUrl: string; demo: boolean }): void => {
  const people = demoPeople.map(({ role, email }) => `    ${roleNames[role].padEnd(20)} ${email}`);
  const accounts = [
    "",
    `  Comptes de démonstration (mot de passe : ${demoPassword})`,
    ...people,
    "",
    `  Mails envoyés : ${publicUrl}/dev/mails`,
  ];
  process.stdout.write(["", `  Élan Emploi : ${publicUrl}`, ...(demo ? accounts : []), "", ""].join("\n"));
};
