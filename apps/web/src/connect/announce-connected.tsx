"use client";

import { useEffect } from "react";
import { type ConnectedMessage, channelName } from "./connected-message.ts";

/** Milliseconds to read the page before a popup closes itself. */
const closeAfter = 1200;

/** Tells the page that opened this popup that an app is connected and closes the popup; without an opener, tells every page of this site. */
export function AnnounceConnected({ integration, connectionId }: Omit<ConnectedMessage, "type">) {
  useEffect(() => {
    const message: ConnectedMessage = { type: "clawlink:connected", integration, connectionId };
    if (!window.opener) {
      const channel = new BroadcastChannel(channelName);
      channel.postMessage(message);
      channel.close();
      return;
    }
    window.opener.postMessage(message, window.location.origin);
    const timer = setTimeout(() => window.close(), closeAfter);
    return () => clearTimeout(timer);
  }, [integration, connectionId]);
  return null;
}
