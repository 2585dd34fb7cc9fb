"use client";

import { Stack, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { acceptInvitation } from "./actions.ts";

/** Goes on by itself with the code that the link has after `#`; who has no script types it. */
export function InvitationForm() {
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState("");
  useEffect(() => setCode(window.location.hash.slice(1)), []);
  useEffect(() => {
    if (code) form.current?.requestSubmit();
  }, [code]);
  return (
    <form ref={form} action={acceptInvitation}>
      <Stack>
        {code ? (
          <input type="hidden" name="code" value={code} />
        ) : (
          <TextInput
            name="code"
            label="Code"
            description="The part of your link after #."
            required
            maxLength={64}
            autoComplete="off"
          />
        )}
        <Button type="submit">Continue</Button>
      </Stack>
    </form>
  );
}
