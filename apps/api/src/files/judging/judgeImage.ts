import { readFile } from 'node:fs/promises'
import { imageSize } from 'image-size'
import type { Content } from '#storage/fileStore.ts'
import { refuseFile } from './refusedFile.ts'

/** Points of a picture: the largest that telephones take, and A0 scanned at 300 dpi. A reader holds four bytes of each. */
const mostPixels = 200_000_000

/** A picture is not so large that who opens it can do nothing else. */
export const judgeImage = async (content: Content): Promise<void> => {
  const { width, height } = sizeOf('held' in content ? content.held : await readFile(content.path))
  if (width * height > mostPixels) refuseFile('pixels')
}

const sizeOf = (bytes: Buffer): { width: number; height: number } => {
  try {
    return imageSize(bytes)
  } catch {
    return refuseFile('damaged')
  }
}
