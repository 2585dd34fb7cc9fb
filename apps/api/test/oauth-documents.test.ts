import { describe, expect, it } from "vitest";
import { documentOrigin } from "./client-documents.ts";
import { consent, described, exchange, listTools, pkce, query, redirectUri, refresh, token } from "./oauth-world.ts";
import { makePerson } from "./world.ts";

const named = (address: string) => ({ clientId: address, redirectUri });
const asked = async (address: string) => described(query(named(address), (await pkce()).challenge));

describe("a client named by the address of its metadata document", () => {
  it.each(["/good.json", "/chatty.json", "/portless.json"])(
    "is shown with the domain that vouches for it, and signs in (%s)",
    async (path) => {
      const client = named(documentOrigin + path);
      const { verifier, challenge } = await pkce();
      expect(await described(query(client, challenge))).toMatchObject({
        kind: "ask",
        clientName: "Documented",
        clientDomain: "client.test",
      });
      const back = await consent(await makePerson(), query(client, challenge));
      const tokens = await exchange(client, back.searchParams.get("code") ?? "", verifier);
      expect((await listTools(tokens.access_token)).status).toBe(200);
      expect((await refresh(client, tokens.refresh_token)).status).toBe(200);
    },
  );

  it.each([
    "/somebody-else.json",
    "/secretive.json",
    "/keyed.json",
    "/nameless.json",
    "/huge.json",
    "/no.json",
    "/moved.json",
    "/gone.json",
  ])("is refused when its document will not do (%s)", async (path) => {
    expect((await asked(documentOrigin + path)).kind).toBe("refused");
  });

  it.each([
    "https://127.0.0.1/client.json",
    "https://10.0.0.1/client.json",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/client.json",
    "https://[64:ff9b::a00:1]/client.json",
    "https://localhost/client.json",
    "https://metadata.google.internal/client.json",
    "https://client.test:8443/good.json",
    "https://user:password@client.test/good.json",
    "https://client.test/good.json#fragment",
    "https://client.test/a/../good.json",
    "https://client.test/",
    "HTTPS://client.test/good.json",
  ])("is refused at %s, and nothing is fetched", async (address) => {
    expect((await asked(address)).kind).toBe("refused");
  });

  it("is not looked for by the token endpoint, which anybody can ask", async () => {
    const fields = { grant_type: "refresh_token", refresh_token: "x", client_id: `${documentOrigin}/never-read.json` };
    expect(await (await token(fields)).json()).toMatchObject({ error: "invalid_client" });
  });
});
