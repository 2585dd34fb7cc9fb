import { describe, expect, it, vi } from "vitest";
import { AppError, answer, errorBody, errorTable, unwrap } from "../src/index.ts";

describe("an error over RPC", () => {
  it("arrives as it was thrown", async () => {
    const thrown = new AppError("gone", "Too late.", { hint: "Start again.", retryAfterMs: 5 });
    const carried = structuredClone(
      await answer(
        async () => Promise.reject(thrown),
        () => {},
      ),
    );
    expect(() => unwrap(carried)).toThrowError(
      expect.objectContaining({ name: "AppError", code: "gone", message: "Too late.", facts: thrown.facts }),
    );
  });

  it("that nobody meant tells nothing of itself, and is reported", async () => {
    const report = vi.fn();
    const error = new TypeError("password=hunter2");
    const carried = await answer(async () => Promise.reject(error), report);
    expect(report).toHaveBeenCalledExactlyOnceWith(error);
    expect(carried).toMatchObject({ ok: false, fault: { code: "internal_error", facts: {} } });
    expect(JSON.stringify(carried)).not.toContain("hunter2");
  });

  it("is not there when all went well", async () => {
    expect(
      unwrap(
        await answer(
          async () => 7,
          () => {},
        ),
      ),
    ).toBe(7);
  });
});

describe("an error's body", () => {
  it("is a text, a code, what to do next, and the facts", () => {
    const error = new AppError("not_found", "No such thing.", { missingFields: ["a"], details: { nearest: ["b"] } });
    expect(errorBody(error)).toEqual({
      error: "No such thing.",
      code: "not_found",
      hint: errorTable.not_found.hint,
      missingFields: ["a"],
      details: { nearest: ["b"] },
    });
    expect(error.status).toBe(404);
  });
});
