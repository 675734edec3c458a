#!/usr/bin/env node
/**
 * The command line. Results go to standard output, everything else to standard error; exit 1 on trouble, 2 on misuse.
 *
 *   copydesk read story.txt --to out      copydesk extract --jsonl < in.jsonl > out.jsonl
 */
import { readFile } from 'node:fs/promises'
import type { Command } from './command.ts'
import { Misuse } from './command.ts'
import { inWords } from './in-words.ts'

/** Loaded when called, so that none pays for another's start. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./commands/read.ts')).read,
  extract: async () => (await import('./commands/extract.ts')).extract,
  reprocess: async () => (await import('./commands/reprocess.ts')).reprocess,
  dev: async () => (await import('./commands/dev.ts')).dev,
  serve: async () => (await import('./commands/serve.ts')).serve,
  verify: async () => (await import('./commands/verify.ts')).verify,
  receive: async () => (await import('./commands/receive.ts')).receive,
  send: async () => (await import('./commands/send.ts')).send,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

const listOfCommands = async (): Promise<string> => {
  const names = Object.keys(commands)
  const abouts = await Promise.all(Object.values(commands).map(async open => (await open()).about))
  const width = Math.max(...names.map(name => name.length))
  return [
    'copydesk: an article in; who said what, where it happened and what it says in short out.',
    '',
    'Usage: copydesk COMMAND [options]',
    '',
    ...names.map((name, at) => `  ${name.padEnd(width)}  ${abouts[at] ?? ''}`),
    '',
    'copydesk COMMAND --help tells more.',
  ].join('\n')
}

/** Of package.json, which lies beside desk/ and, as a package, beside dist/. */
const version = async (): Promise<string> => {
  const { version = '' }: { version?: string } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  )
  return version
}

/** Whoever names a file first means to read it. */
const hintFor = (name: string): string =>
  /[./\\]/.test(name) ? `. To read a file: copydesk read ${name}` : ''

const main = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  const open = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (open === undefined) {
    if (name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(`${await listOfCommands()}\n`)
      return 0
    }
    if (name === '--version' || name === '-v') {
      process.stdout.write(`${await version()}\n`)
      return 0
    }
    if (name !== '') say(`copydesk: there is no command "${name}"${hintFor(name)}\n`)
    say(await listOfCommands())
    return 2
  }
  const command = await open()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n`)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    say(`copydesk ${name}: ${error.message}\n\n${command.usage}`)
    return 2
  }
}

// A reader that has seen enough ("| head") closes the pipe; that is no trouble of ours.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const words = inWords(error)
  say(`copydesk: ${words ?? (error instanceof Error ? error.message : String(error))}`)
  if (process.env.COPYDESK_TRACE && error instanceof Error) say(error.stack ?? '')
  else if (words === null) say('COPYDESK_TRACE=1 shows where it happened.')
  process.exitCode = 1
}
