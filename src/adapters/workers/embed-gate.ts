/**
 * Keeps a process from ending while a thread of it is inside native code, which would abort the whole process: who ends it
 * closes the gate and waits until the thread is out; the thread then stays out.
 */
export interface Gate {
  /** Shared by the threads: whether the other one is inside, and whether it has to stay out. */
  readonly state: Int32Array<SharedArrayBuffer>;
}

const INSIDE = 0;
const CLOSED = 1;

/** Longest time that an end waits, in milliseconds: loading a large model takes seconds. */
const PATIENCE = 10_000;

/** An open gate with nobody inside, to be handed to the thread. */
export function createGate(): Gate {
  return { state: new Int32Array(new SharedArrayBuffer(8)) };
}

function leave(state: Gate["state"]): void {
  Atomics.store(state, INSIDE, 0);
  Atomics.notify(state, INSIDE);
  // The process is ending: nothing may be begun any more.
  while (Atomics.load(state, CLOSED) === 1) Atomics.wait(state, CLOSED, 1);
}

/** Runs native code in the thread. */
export async function inside<T>({ state }: Gate, work: () => Promise<T>): Promise<T> {
  Atomics.store(state, INSIDE, 1);
  if (Atomics.load(state, CLOSED) === 1) leave(state);
  try {
    return await work();
  } finally {
    leave(state);
  }
}

/** Called by the thread that ends the process; returns when the other one is out, or patience is. */
export function closeGate({ state }: Gate): void {
  Atomics.store(state, CLOSED, 1);
  if (Atomics.load(state, INSIDE) === 1) Atomics.wait(state, INSIDE, 1, PATIENCE);
}
