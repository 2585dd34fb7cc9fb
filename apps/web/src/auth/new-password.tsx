import { PasswordInput } from "@mantine/core";
import { passwordLength } from "./password-length.ts";

/** The field in which a new password is chosen. */
export function NewPassword({ name, label }: { name: string; label: string }) {
  return (
    <PasswordInput
      name={name}
      label={label}
      description={`At least ${passwordLength.least} characters.`}
      required
      minLength={passwordLength.least}
      maxLength={passwordLength.most}
      autoComplete="new-password"
    />
  );
}
