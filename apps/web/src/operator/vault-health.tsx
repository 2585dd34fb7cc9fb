import type { ApiHealth } from "@clawlink/contract";
import type { Sealed } from "@clawlink/services/operator/count-sealed";
import { Group, Stack, Text } from "@mantine/core";
import { Section } from "../ui/section.tsx";
import { Standing } from "./standing.tsx";

const many = (count: number, one: string) => `${count.toLocaleString("en")} ${count === 1 ? one : `${one}s`}`;

/** What can be said of a key: `null` stands for records sealed before it was noted to which. */
function say(keyId: string | null, api: ApiHealth): { readonly good: boolean; readonly word: string } {
  if (keyId === null) return { good: true, word: "Not recorded yet" };
  if (!api.opens.includes(keyId)) return { good: false, word: "Cannot be opened" };
  return { good: true, word: keyId === api.sealsTo ? "Current" : "Still opens" };
}

/** The vault's keys, and how much is sealed to each: an older one can go when nothing is. */
export function VaultHealth({ api, sealed }: { api: ApiHealth; sealed: readonly Sealed[] }) {
  const keyIds = [...new Set([api.sealsTo, ...api.opens, ...sealed.map(({ keyId }) => keyId)])];
  return (
    <Section
      title="Vault keys"
      about="Everything new is sealed to the current key. You can remove an older one from clawlink’s private keys once nothing is sealed to it."
    >
      <Stack component="ul" className="plain-list" gap="sm">
        {keyIds.map((keyId) => {
          const { connections = 0, oauthClients = 0 } = sealed.find((row) => row.keyId === keyId) ?? {};
          const { good, word } = say(keyId, api);
          return (
            <Group key={keyId} component="li" justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={500}>
                  {keyId ?? "Sealed before an update"}
                </Text>
                <Text size="sm" c="dimmed">
                  {many(connections, "connection")}, {many(oauthClients, "OAuth client")}
                </Text>
              </div>
              <Standing good={good}>{word}</Standing>
            </Group>
          );
        })}
      </Stack>
    </Section>
  );
}
