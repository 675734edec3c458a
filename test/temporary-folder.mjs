/**
 * One folder for all that a run of the tests leaves behind, stacks made by the CDK and their assets among it: set for the
 * workers before they start, gone when the last of them has ended.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-tests-'))
  const variables = ['TMPDIR', 'TEMP', 'TMP'] // the first on Unix, the others on Windows
  for (const name of variables) process.env[name] = folder
  globalThis.removeTemporaryFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
