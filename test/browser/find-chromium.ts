import { execFileSync } from 'node:child_process'

/** The browser that the environment names (CHROMIUM=/path/to/it), else the one that is installed. */
export const findChromium = (): string =>
  process.env.CHROMIUM ??
  execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim()
