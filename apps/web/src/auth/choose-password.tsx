"use client";

import { Stack, Text, TextInput } from "@mantine/core";
import { useActionState, useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/links.tsx";
import { NewPassword } from "./new-password.tsx";
import { linkWorks, setPassword } from "./reset-actions.ts";
import { resetPath } from "./reset-path.ts";
import { ResetProblem } from "./reset-problem.tsx";

/** Where a new password is chosen. The code is what the link has after `#`; who has no script types it from the mail. */
export function ChoosePassword() {
  const [problem, choose, pending] = useActionState(setPassword, null);
  const [code, setCode] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const given = window.location.hash.slice(1);
    setCode(given);
    if (given) void linkWorks(given).then((works) => setOver(!works));
  }, []);
  if (over || problem === "link")
    return (
      <>
        <ResetProblem code="link" />
        <ButtonLink href={resetPath}>Request a new link</ButtonLink>
      </>
    );
  return (
    <form action={choose}>
      <Stack>
        <ResetProblem code={problem} />
        <Text>You will be signed out everywhere. Your agents’ keys keep working.</Text>
        {code === null && (
          <noscript>
            <Code />
          </noscript>
        )}
        {code === "" && <Code />}
        {code && <input type="hidden" name="code" value={code} />}
        <NewPassword name="password" label="New password" />
        <Button type="submit" loading={pending}>
          Set the password
        </Button>
      </Stack>
    </form>
  );
}

function Code() {
  return (
    <TextInput name="code" label="Code" description="From the e-mail." required maxLength={64} autoComplete="off" />
  );
}
