import type { AccountDeleted } from "@clawlink/contract";
import { List, Text } from "@mantine/core";

/** What is left to do once an account is deleted; `more` are not listed. */
export function LeftElsewhere({ notRevoked, more = 0 }: AccountDeleted & { more?: number }) {
  return (
    <>
      <Text>Nothing is left here.</Text>
      {notRevoked.length > 0 && (
        <>
          <Text>These apps did not confirm that access is revoked, so remove ClawLink there yourself:</Text>
          <List>
            {notRevoked.map(({ integration, accountLabel }) => (
              <List.Item key={`${integration} ${accountLabel}`}>
                {integration}
                {accountLabel && `, ${accountLabel}`}
              </List.Item>
            ))}
            {more > 0 && <List.Item>and {more.toLocaleString("en")} more</List.Item>}
          </List>
        </>
      )}
    </>
  );
}
