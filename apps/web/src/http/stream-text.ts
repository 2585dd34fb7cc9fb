/** Pieces of text as a body, each made when the reader is ready for it. Rejects when the first piece cannot be made. */
export async function streamText(pieces: AsyncGenerator<string, void, void>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const first = await pieces.next();
  let waiting: typeof first | null = first;
  return new ReadableStream({
    async pull(controller) {
      const piece = waiting ?? (await pieces.next());
      waiting = null;
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}
