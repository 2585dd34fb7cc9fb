import { Group, Text } from "@mantine/core";
import Link from "next/link";

/** The name and mark, leading to `href`. */
export function Brand({ href = "/" }: { href?: string }) {
  return (
    <Link href={href} prefetch={false} className="row-link">
      <Group gap="xs" wrap="nowrap">
        {/* biome-ignore lint/performance/noImgElement: a drawing of 400 bytes needs no image service */}
        <img src="/icon.svg" alt="" width={28} height={28} />
        <Text component="span" fw={650} size="lg">
          ClawLink
        </Text>
      </Group>
    </Link>
  );
}
