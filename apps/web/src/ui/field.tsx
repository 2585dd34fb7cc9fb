import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

interface Props {
  /** The id of the control. */
  readonly id: string;
  readonly label: string;
  readonly about?: string;
  /** What is wrong with what was given. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
  /** There are several controls below the name. */
  readonly group?: boolean;
  readonly children: (describedBy: string | undefined) => ReactNode;
}

/** A control with its name and what it is for. */
export function Field({ id, label, about, problem, required = false, group = false, children }: Props) {
  const aboutId = useId();
  const problemId = useId();
  const describedBy = [about && aboutId, problem && problemId].filter(Boolean).join(" ") || undefined;
  const Frame = group ? "fieldset" : "div";
  const Name = group ? "legend" : "label";
  return (
    <Frame
      className={styles.field}
      {...(group && { "aria-describedby": describedBy, "data-invalid": Boolean(problem) || undefined })}
    >
      <Name className={styles.label} {...(!group && { htmlFor: id })}>
        {label}
        {required && <span className={styles.required}> required</span>}
      </Name>
      {about && (
        <p id={aboutId} className={styles.about}>
          {about}
        </p>
      )}
      {children(describedBy)}
      {problem && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
    </Frame>
  );
}
