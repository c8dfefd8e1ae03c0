import type { Application } from "#shared/applications/application.ts";
import { canSeeApplication } from "#shared/applications/application-rules.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { ApplicationModel, toApplication } from "./application-model.ts";

/** @throws Failure "missing" when it is somebody else's */
export const findApplication = async (actor: Actor, applicationId: string): Promise<Application> => {
  const document = await ApplicationModel.findById(applicationId).lean();
  const application = document && toApplication(document);
  if (!application || !canSeeApplication(actor, application)) throw new Failure("missing", "missing-page");
  return application;
};
