/**
 * An error of the system, said so that it can be mended: the file or address, and what is the matter with it.
 *
 *   ENOENT: no such file or directory, open 'a.json'  ->  there is no file "a.json"
 *
 * Everything else keeps its own words, since it may be a fault of ours.
 */
import { isNativeError } from 'node:util/types'

/** @returns null where the error is none that a person at the command line can mend */
export const inWords = (error: unknown): string | null => {
  if (!isNativeError(error)) return null
  const { code, path, port } = systemParts(error)
  const file = path === null ? 'it' : JSON.stringify(path)
  switch (code) {
    case 'ENOENT':
      return path === null ? null : `there is no file ${file}`
    case 'EISDIR':
      return `${path === null ? 'this' : file} is a folder; name a file in it`
    case 'ENOTDIR':
      return `${file} goes through a file as if it were a folder`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === null ? `${file} may not be read or written here` : `port ${port} is not allowed`
    case 'ENAMETOOLONG':
      return 'the name is too long for this disk; give a shorter one'
    case 'ENOSPC':
      return 'the disk is full'
    case 'EADDRINUSE':
      return `port ${port} is taken by another program; give another with --port, or --port 0 for any that is free`
    default:
      return null
  }
}

/** "ENOENT"; null where the error has none. */
export const codeOf = (error: unknown): string | null =>
  isNativeError(error) && 'code' in error ? String(error.code) : null

const systemParts = (error: Error): { code: string | null; path: string | null; port: string | null } => ({
  code: codeOf(error),
  path: 'path' in error && typeof error.path === 'string' ? error.path : null,
  port: 'port' in error ? String(error.port) : null,
})
