import { expect, it } from "vitest";
import { findApp } from "../../src/catalog/apps.ts";
import { describeHealth } from "../../src/connect/describe-health.ts";

const row = {
  id: 1,
  integration: "github",
  connectionLabel: null,
  accountLabel: "ada",
  isDefault: true,
  authState: "healthy",
  authError: null,
  expiresAt: null,
  lastUsedAt: null,
  scopes: ["repo", "read:user"],
  connectedAt: "2026-11-23T12:00:00.000Z",
} as const;
const github = findApp("github");

it("says that a connection with everything granted is connected, and no more", () => {
  expect(describeHealth(row, github)).toMatchObject({ word: "Connected", why: null, reconnect: false });
});

it("names what was not granted, in the app's words, and how to get it", () => {
  const health = describeHealth({ ...row, scopes: ["read:user"] }, github);
  expect(health).toMatchObject({ word: "Permission missing", reconnect: true });
  expect(health.why).toContain("Not granted: Read and change repositories");
});

it("does not guess where the app tells no grants", () => {
  expect(describeHealth({ ...row, scopes: [] }, github).why).toBeNull();
});

it("says why a connection has to be renewed", () => {
  const stale = { ...row, authState: "stale_auth" } as const;
  expect(describeHealth(stale, github)).toMatchObject({ word: "Needs reconnecting", reconnect: true });
  expect(describeHealth({ ...stale, authError: "The token was revoked." }, github).why).toBe("The token was revoked.");
});
