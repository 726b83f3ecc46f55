/**
 * The numbers of the entries or of the questions of a pool, of one query at a time: an array of its own for each would be dear to let
 * go, since it stands outside the heap.
 */
export class PoolNumbers {
  private room = new Uint32Array(256);

  /** Sorts documents, and notes where each of them stands. */
  placed(given: readonly number[], places: Uint32Array): Uint32Array {
    if (given.length > this.room.length) this.room = new Uint32Array(2 * given.length);
    this.room.set(given);
    const documents = this.room.subarray(0, given.length).sort();
    for (let at = 0; at < documents.length; at++) places[documents[at]!] = at;
    return documents;
  }
}
