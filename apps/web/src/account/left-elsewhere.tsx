import type { AccountDeleted } from "@clawlink/contract";
import { Text } from "@mantine/core";

/** What is left to do once an account is deleted; `more` are not listed. */
export function LeftElsewhere({ notRevoked, more = 0 }: AccountDeleted & { more?: number }) {
  return (
    <>
      <Text>Nothing is left here.</Text>
      {notRevoked.length > 0 && (
        <>
          <Text>These apps did not confirm that access is revoked, so remove ClawLink there yourself:</Text>
          <ul>
            {notRevoked.map(({ integration, accountLabel }) => (
              <li key={`${integration} ${accountLabel}`}>
                {integration}
                {accountLabel && `, ${accountLabel}`}
              </li>
            ))}
            {more > 0 && <li>and {more.toLocaleString("en")} more</li>}
          </ul>
        </>
      )}
    </>
  );
}
