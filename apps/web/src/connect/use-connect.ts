"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useMutation } from "../ui/use-mutation.ts";
import { channelName, isConnectedMessage } from "./connected-message.ts";
import { startConnect } from "./start-connect.ts";

const popupFeatures = "popup,width=520,height=720";

/** Connects an app in a popup, or in this tab where popups are blocked, and renews the page when it is done. */
export function useConnect() {
  const router = useRouter();
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

  const { run, pending, fault } = useMutation(startConnect, ({ connectUrl }) => {
    if (popup.current && !popup.current.closed) popup.current.location.assign(connectUrl);
    else window.location.assign(connectUrl);
  });

  useEffect(() => {
    if (fault) popup.current?.close();
  }, [fault]);

  /** To be called from a click: only then may a window be opened. */
  function connect(integration: string, connectionId: number | null = null) {
    popup.current = window.open("", "clawlink-connect", popupFeatures);
    run({ integration, connectionId });
  }

  return { connect, pending, fault };
}
