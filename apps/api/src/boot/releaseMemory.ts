/**
 * Gives back what only the start needed: some 50 MB of modules being read and compiled. It takes a tenth of a second, so it comes
 * before anybody is answered. Nothing happens where Node was started without `--expose-gc`.
 */
export const releaseMemory = (): void => {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
