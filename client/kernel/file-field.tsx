import type { VNode } from "preact";
import { FieldFrame, type FieldProps, fieldAttributes } from "./form.tsx";

type FileProps = FieldProps & {
  /** As the browser asks them: ".pdf,.docx,.odt". */
  accept: string;
};

/** A file to send: its form says `files`. A browser never fills it again, so nothing typed is kept here. */
export const FileField = (props: FileProps): VNode => (
  <FieldFrame {...props}>
    <input {...fieldAttributes(props)} type="file" accept={props.accept} />
  </FieldFrame>
);
