import type { Issue } from "../../messages/errors.js";

/** A zip archive whose list of members has been read and found harmless. */
export interface Archive {
  /** Paths inside, with `/`, of the members that can be read as sources; sorted. */
  readonly members: readonly string[];
  /** What was left out, and why. */
  readonly issues: readonly Issue[];
  /**
   * Unpacks one member in memory.
   * @throws KefuError `input` when its bytes are not what the list says
   */
  read(member: string): Promise<Uint8Array>;
}

export interface ArchivePort {
  /**
   * Reads the list of members; nothing is unpacked.
   * @param file as shown to people
   * @param from absolute path, or the bytes of an archive that was fetched
   * @returns `undefined` for an Office document that is called .zip
   * @throws KefuError `input` for what is no archive, is damaged, or is beyond the limits
   */
  open(file: string, from: string | Uint8Array): Promise<Archive | undefined>;
}
