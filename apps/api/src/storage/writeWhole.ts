import { closeSync, constants, open, write } from 'node:fs'
import { promisify } from 'node:util'

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
