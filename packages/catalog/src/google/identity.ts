import type { Provider } from "@clawlink/provider-kit";
import { z } from "zod";

const UserInfo = z.object({ sub: z.string(), email: z.string().nullish(), name: z.string().nullish() });

/** The host that tells who the account is. */
export const identityHost = "openidconnect.googleapis.com";

/** Who a Google account is: its OpenID subject, labelled with its e-mail address. */
export const googleIdentity: Provider["identity"] = {
  request: () => ({ method: "GET", path: `https://${identityHost}/v1/userinfo` }),
  result(response) {
    const { sub, email, name } = UserInfo.parse(response.body);
    return { accountId: sub, label: email ?? name ?? sub, ...(email && { metadata: { email } }) };
  },
};
