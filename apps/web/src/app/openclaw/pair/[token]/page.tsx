import { firstPolicy, type PairingStatus } from "@clawlink/contract";
import { findPairing } from "@clawlink/services/pairing/find-pairing";
import { pairingStatus } from "@clawlink/services/pairing/pairing-answer";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { Text } from "@mantine/core";
import type { Metadata } from "next";
import { homePath } from "#auth/next-path.ts";
import { requireUser } from "#auth/user.ts";
import { orNull } from "#http/or-null.ts";
import { platform } from "#platform/platform.ts";
import { ButtonLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";
import { Outcome } from "#ui/outcome.tsx";
import { PairingForm } from "./client.tsx";
import { pairingPath } from "./pairing-path.ts";

export const metadata: Metadata = { title: "Pair a device" };

type Ended = Exclude<PairingStatus, "awaiting_browser">;

const approved = "Go back to the device: it is fetching its key now. Then come back here to connect your apps.";
const endings: Readonly<Record<Ended, readonly [string, string]>> = {
  ready_for_device: ["Approved", approved],
  awaiting_local_save: ["Approved", approved],
  paired: ["This device is paired", "It has its own key, which you can limit or revoke under Devices and keys."],
  expired: ["This link has expired", "Links work for 15 minutes. Start pairing again on the device."],
  failed: ["Rejected", "The device got no key. If that was a mistake, start pairing again on the device."],
};

const unknown = [
  "Unknown link",
  "No device is pairing with this link. Open the link the device shows, or start again on the device.",
] as const;

export default async function PairingPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const user = await requireUser(pairingPath(token));
  const row = await orNull(findPairing(platform().database, token));
  const status = row && pairingStatus(row);
  if (row && status === "awaiting_browser") {
    return (
      <NarrowPage>
        <PairingForm
          token={token}
          displayCode={row.displayCode}
          deviceLabel={row.deviceLabel}
          email={user.email}
          policy={firstPolicy(await readSettings(platform().database))}
        />
      </NarrowPage>
    );
  }
  const [title, text] = status && status !== "awaiting_browser" ? endings[status] : unknown;
  const mine = row?.userId === user.id;
  return (
    <NarrowPage>
      <Outcome
        title={title}
        next={
          <ButtonLink variant="default" href={mine ? homePath : "/dashboard/install"}>
            Go to the dashboard
          </ButtonLink>
        }
      >
        <Text>{text}</Text>
      </Outcome>
    </NarrowPage>
  );
}
