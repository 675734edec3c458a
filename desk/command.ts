/**
 * What a command of `copydesk` is. One file a command under commands/; the table in copydesk.ts names them.
 */
import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'

export interface Command {
  /** One line for the list of commands. */
  readonly about: string
  /** Shown by --help and after misuse. */
  readonly usage: string
  /** Exit code: 0, 1 on trouble, 2 on misuse (throw Misuse). */
  run(args: readonly string[]): Promise<number>
}

/** The command was called wrongly: said on standard error with the usage, exit code 2. */
export class Misuse extends Error {}

/** node:util's parseArgs, its complaints as Misuse. */
export const parseOptions = <Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> => {
  try {
    return parseArgs(config)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    // Node goes on with advice about "--" that helps nobody here.
    throw new Misuse(words.replace(/\. To specify a positional[^\n]*/, ''), { cause: error })
  }
}
