import { closeSync, constants, fsync, openSync } from 'node:fs'
import { promisify } from 'node:util'

const sync = promisify(fsync)

/** Names that were given or taken in a folder are on disk when this resolves. */
export const syncFolder = async (folder: string): Promise<void> => {
  // what opens a folder that was just used, or closes it, waits for no disk
  const fd = openSync(folder, constants.O_RDONLY)
  try {
    await sync(fd)
  } finally {
    closeSync(fd)
  }
}
