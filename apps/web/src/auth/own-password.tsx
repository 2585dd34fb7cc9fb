import { PasswordInput } from "@mantine/core";
import type { ReactNode } from "react";
import { passwordLength } from "./password-length.ts";

/** The field in which somebody shows by their password that it is them. */
export function OwnPassword({ name, label, error }: { name: string; label: string; error: ReactNode }) {
  return (
    <PasswordInput
      name={name}
      label={label}
      required
      maxLength={passwordLength.most}
      autoComplete="current-password"
      error={error}
      // Mantine ties the words to this kind of field without saying that it is wrong.
      aria-invalid={error ? true : undefined}
    />
  );
}
