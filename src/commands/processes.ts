/** Other programs, as the demo needs them. */
export interface ProcessPort {
  /** Runs this program again with other arguments, its output going where ours goes. */
  runSelf(
    args: readonly string[],
    options: { cwd: string; env: Readonly<Record<string, string>>; input?: string; outputToStderr?: boolean },
  ): Promise<{ code: number }>;
  /** Starts a Node script and waits for a line on its stdout that fits. */
  startScript(
    script: string,
    args: readonly string[],
    options: { cwd: string; ready: RegExp },
  ): Promise<{ match: RegExpExecArray; stop(): Promise<void> }>;
}
