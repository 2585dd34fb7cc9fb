"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useRef } from "react";
import { useFormMutation } from "../ui/use-form-mutation.ts";
import { channelName, isConnectedMessage } from "./connected-message.ts";
import { startConnect } from "./start-connect.ts";

const popupFeatures = "popup,width=520,height=720";

/**
 * Connects an app in a popup, or in this tab where popups are blocked or there are no scripts, and renews the page when it is done. The form
 * serves every button that names it and says as `wanted` what to connect.
 */
export function useConnect() {
  const router = useRouter();
  const id = useId();
  const popup = useRef<Window | null>(null);

  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    const renew = (event: MessageEvent<unknown>) => {
      if (event.origin === window.location.origin && isConnectedMessage(event.data)) router.refresh();
    };
    const renewWhenClosed = () => {
      if (!popup.current?.closed) return;
      popup.current = null;
      router.refresh();
    };
    window.addEventListener("message", renew);
    window.addEventListener("focus", renewWhenClosed);
    channel.addEventListener("message", renew);
    return () => {
      window.removeEventListener("message", renew);
      window.removeEventListener("focus", renewWhenClosed);
      channel.close();
    };
  }, [router]);

  const { form, pending, fault } = useFormMutation(startConnect, ({ connectUrl }) => {
    if (popup.current && !popup.current.closed) popup.current.location.assign(connectUrl);
    else window.location.assign(connectUrl);
  });

  useEffect(() => {
    if (fault) popup.current?.close();
  }, [fault]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    // Only while a click is answered may a window be opened.
    popup.current = window.open("", "clawlink-connect", popupFeatures);
    form.onSubmit(event);
  };
  return { form: { ...form, id, onSubmit, hidden: true }, pending, fault };
}
