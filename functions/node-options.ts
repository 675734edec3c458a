/**
 * How Node runs the functions, on Lambda and where the bench measures them.
 *
 * Half-spaces of 16 MB: Node 24 takes more the more memory there is, for nothing
 * (`npm run bench -- memory`).
 */
export const nodeOptions = '--max-semi-space-size=16'
