/**
 * Milliseconds of CPU that this process took, over all its threads: what a busy machine changes least.
 */
export const cpuMilliseconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
