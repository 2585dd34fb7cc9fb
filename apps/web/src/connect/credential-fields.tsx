"use client";

import { Anchor, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { fieldName } from "./credential-form.ts";

/** One value an app asks for. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly secret: boolean;
  readonly placeholder?: string | undefined;
  readonly help?: string | undefined;
}

interface Props {
  readonly app: string;
  readonly fields: readonly FieldSpec[];
  readonly helpUrl: string | null;
  readonly pending: boolean;
  readonly cancel: ReactNode;
}

/** The fields of an app that is connected with a key or password. */
export function CredentialFields({ app, fields, helpUrl, pending, cancel }: Props) {
  return (
    <Stack>
      {fields.map(({ name, label, secret, placeholder, help }) => {
        const Input = secret ? PasswordInput : TextInput;
        return (
          <Input
            key={name}
            name={fieldName(name)}
            label={label}
            description={help}
            placeholder={placeholder}
            required
            maxLength={10_000}
            autoComplete={secret ? "new-password" : "off"}
            spellCheck={false}
          />
        );
      })}
      {helpUrl && (
        <Anchor href={helpUrl} target="_blank" rel="noreferrer" size="sm">
          Where to find this in {app}
        </Anchor>
      )}
      <Text size="sm" c="dimmed">
        ClawLink checks it with {app} once, then seals it. Agents never see it.
      </Text>
      <div className="two-ways">
        {cancel}
        <Button type="submit" loading={pending}>
          Connect
        </Button>
      </div>
    </Stack>
  );
}
