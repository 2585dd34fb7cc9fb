import { env } from "cloudflare:workers";
import { describeKeyValue } from "../src/testing/index.ts";

describeKeyValue("Workers KV", () => env.CREDENTIALS);
