import { AccountModel } from "#server/accounts/account-model.ts";
import { now } from "#server/platform/clock.ts";
import { lastSequence } from "#server/platform/sequence.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import type { Alert } from "#shared/alerts/alert.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { AlertModel, toAlert } from "./alert-model.ts";
import { isFull } from "./save-alert.ts";

const purpose = "alert-confirmation";

export const confirmationPath = (alertId: string): string => `/alertes/confirmer/${signLink(purpose, alertId)}`;

/** The alert a confirmation link was made for. Looking changes nothing. */
export const findByConfirmation = async (token: string): Promise<Alert> => {
  const id = readLink(purpose, token);
  const alert = id === null ? null : await AlertModel.findById(id).lean();
  if (!alert) throw new Failure("missing", "missing-page");
  return toAlert(alert);
};

/** The address is proved: the alert starts from the offers of this instant. Pressed twice, it is confirmed once. */
export const confirmAlert = async (token: string): Promise<Alert> => {
  const { id, email, status } = await findByConfirmation(token);
  if (status === "stopped") throw new Failure("conflict", "alert-stopped");
  if (status === "unconfirmed" && (await isFull(email))) throw new Failure("conflict", "too-many-alerts");
  const account = await AccountModel.findOne({ email }).lean();
  await AlertModel.updateOne(
    { _id: id, status: "unconfirmed" },
    {
      $set: {
        status: "active",
        confirmedAt: now(),
        changedAt: now(),
        cursor: await lastSequence("offers"),
        accountId: account?._id ?? null,
      },
    },
  );
  return findByConfirmation(token);
};
