/** What temporary-folder.mjs made is removed when the last test has ended. */
export default () => globalThis.removeTemporaryFolder()
