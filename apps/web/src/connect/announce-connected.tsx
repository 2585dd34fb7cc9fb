"use client";

import { useEffect } from "react";
import { type ConnectedMessage, channelName } from "./connected-message.ts";

/** Milliseconds to read the page before a popup closes itself. */
const closeAfter = 1200;

/** Tells the page that opened this popup, and every other page of this site, that an app is connected; then closes the popup. */
export function AnnounceConnected({ integration, connectionId }: Omit<ConnectedMessage, "type">) {
  useEffect(() => {
    const message: ConnectedMessage = { type: "clawlink:connected", integration, connectionId };
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(message);
    channel.close();
    if (!window.opener) return;
    window.opener.postMessage(message, window.location.origin);
    const timer = setTimeout(() => window.close(), closeAfter);
    return () => clearTimeout(timer);
  }, [integration, connectionId]);
  return null;
}
