/** Whose message it is and what it is about: a question of ours or a call of the client's, within a session of a key. */
export interface MessageAddress {
  readonly about: "question" | "call";
  readonly keyHash: string;
  readonly sessionId: string;
  readonly id: string;
}

interface Place {
  said: boolean;
  readonly message: PromiseWithResolvers<string | null>;
  readonly late: ReturnType<typeof setTimeout>;
}

/** How long somebody listens, in milliseconds: a person needs minutes; a call may wait for one and run for 45 s. */
const listenMs = { question: 300_000, call: 360_000 } as const;
/** How long a cancellation is kept for a call that does not listen yet, in milliseconds; a slow one soon will. */
const earlyMs = 10_000;
/** How many of each there may be at once in an account. */
const most = { question: 50, call: 1_000 } as const;

const nameOf = ({ keyHash, sessionId, id }: MessageAddress) => JSON.stringify([keyHash, sessionId, id]);

/** What MCP clients say about calls under way, in requests of their own: each thing once, to one listener, in memory alone. */
export class SideMessages {
  readonly #places = { question: new Map<string, Place>(), call: new Map<string, Place>() };

  /** Listens from now on; false where too many do already. */
  expect(address: MessageAddress): boolean {
    return this.#open(address, listenMs[address.about]) !== null;
  }

  /** What is said, as soon as it is; null when it was not in time, or nobody listens any more. */
  async take(address: MessageAddress): Promise<string | null> {
    const message = await this.#find(address, listenMs.call)?.message.promise;
    this.drop(address);
    return message ?? null;
  }

  /** Says it; false where nobody asked, or it was said before. A cancellation may come before its call listens. */
  put(address: MessageAddress, message: string): boolean {
    const place = this.#find(address, earlyMs);
    if (!place || place.said) return false;
    place.said = true;
    place.message.resolve(message);
    return true;
  }

  /** Nobody listens any more. */
  drop(address: MessageAddress): void {
    const places = this.#places[address.about];
    const place = places.get(nameOf(address));
    if (!place) return;
    clearTimeout(place.late);
    places.delete(nameOf(address));
    place.message.resolve(null);
  }

  /** A question is there once it is expected; a call as soon as either side speaks of it. */
  #find(address: MessageAddress, forMs: number): Place | null {
    if (address.about === "call") return this.#open(address, forMs);
    return this.#places.question.get(nameOf(address)) ?? null;
  }

  #open(address: MessageAddress, forMs: number): Place | null {
    const places = this.#places[address.about];
    const known = places.get(nameOf(address));
    if (known) return known;
    if (places.size >= most[address.about]) return null;
    const late = setTimeout(() => this.drop(address), forMs);
    const place = { said: false, message: Promise.withResolvers<string | null>(), late };
    places.set(nameOf(address), place);
    return place;
  }
}
