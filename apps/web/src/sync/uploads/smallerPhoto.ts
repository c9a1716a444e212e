// Photographs of phones are many times larger than their content needs. Scaled down here, before anything is stored or sent.

/**
 * Pixels kept on the long side. An A4 page that fills the picture then has 205 dots per inch: an 8-point letter is
 * 22 dots high, and 15 are well readable.
 */
const longSide = 2400
/** Below this size (bytes) a picture is not worth the work, unless it has more pixels than are kept. */
const small = 700_000
const quality = 0.82

const isHeic = (name: string): boolean => /\.(heic|heif)$/i.test(name)
const isPicture = (name: string): boolean => /\.(jpe?g|png|webp)$/i.test(name)

/** Width and height that fit, in whole pixels; unchanged where they fit already. */
export function fitting(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/**
 * The picture as a smaller JPEG, rotated upright; null where the file is no picture, would gain nothing, or cannot be decoded on
 * this device. HEIC, which the server refuses, becomes JPEG whatever its size.
 */
export async function smallerPhoto(file: File): Promise<File | null> {
  const heic = isHeic(file.name)
  if (!heic && !isPicture(file.name)) return null
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  try {
    const size = fitting(picture.width, picture.height)
    if (!heic && size.width === picture.width && file.size < small) return null
    const jpeg = await drawn(picture, size)
    if (!jpeg || (!heic && jpeg.size > file.size * 0.8)) return null
    return new File([jpeg], file.name.replace(/\.\w+$/, '.jpg'), {
      type: 'image/jpeg',
      lastModified: file.lastModified,
    })
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, { width, height }: { width: number; height: number }): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return null
  // JPEG has no transparency: it becomes white paper
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
}
