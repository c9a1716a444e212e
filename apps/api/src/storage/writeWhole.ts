import { closeSync, constants, fsync, open, openSync, write } from 'node:fs'
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

const openFile = promisify(open)
const put = promisify(write)
// each write is on disk when it is done, with all that is needed to read it: nothing need be synced afterwards
const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | constants.O_DSYNC

/** Makes a file of these bytes, at least one; it is on disk when this resolves, its name once its folder is synced. */
export const writeWhole = async (file: string, bytes: Buffer): Promise<void> => {
  const fd = await openFile(file, flags, 0o600)
  try {
    for (let at = 0; at < bytes.length; ) at += (await put(fd, bytes, at)).bytesWritten
  } finally {
    closeSync(fd)
  }
}
