import { Button } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";

/** Behind the link of the morning's reminder. */
export const reminderPage = ({ token, wanted }: { token: string; wanted: boolean }): Page => ({
  title: "Le rappel du matin",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Le rappel du matin</h1>
      <p>
        {wanted
          ? "Vous recevez un mail le matin quand une action prévue est dépassée."
          : "Vous ne recevez plus le rappel du matin."}
      </p>
      <p class="soft">Les actions dépassées restent dans « Aujourd’hui », avec ou sans ce mail.</p>
      <Form action={`/rappels/${token}`} hidden={{ wanted: wanted ? "no" : "yes" }}>
        <Button>{wanted ? "Ne plus recevoir ce rappel" : "Recevoir de nouveau ce rappel"}</Button>
      </Form>
    </div>
  ),
});
