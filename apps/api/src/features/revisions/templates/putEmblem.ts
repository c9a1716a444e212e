import { type Emblem, putEmblem as keep, type Queryable, written } from '@sepakat/db'
import { typeset } from '@sepakat/documents'
import { imageSize } from 'image-size'
import type { Acting } from '#http/auth/acting.ts'
import { invalid } from '#http/problem.ts'

const mostBytes = 200 * 1024
const mostPixels = 2000
const pngHead = Buffer.from('89504e470d0a1a0a', 'hex')
/** What a drawing may not have: programs, other documents, and whatever is fetched from elsewhere. */
const foreign =
  /<!(DOCTYPE|ENTITY)|<\s*(script|foreignObject|image|iframe|audio|video|a|animate|set)\b|\son\w+\s*=|href\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import|javascript:/i

/**
 * What an uploaded emblem is, by its bytes alone; it is drawn once, so that no paper fails by it later.
 * @throws invalid
 */
export async function judgeEmblem(data: string): Promise<Emblem> {
  const refuse = (message: string) => invalid('/image', message)
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > mostBytes) throw refuse('Gambar paling besar 200 KB.')
  const emblem = bytes.subarray(0, 8).equals(pngHead) ? judgePng(bytes) : judgeSvg(bytes)
  if (typeof emblem === 'string') throw refuse(emblem)
  const on = emblem.media === 'image/png' ? { png: [...bytes] } : { svg: bytes.toString('utf8') }
  try {
    const letterhead = { region: 'Daerah', office: 'Perangkat daerah', address: '' }
    await typeset({
      title: 'Kop',
      letterhead,
      emblem: on,
      parts: [{ part: 'letterhead' }, { part: 'title', lines: ['Kop'] }],
      draft: false,
      foot: '',
      qr: null,
    })
  } catch {
    throw refuse('Gambar ini tidak dapat digambar di naskah. Simpan ulang dari program pembuatnya, lalu coba lagi.')
  }
  return emblem
}

function judgePng(bytes: Buffer): Emblem | string {
  try {
    const { width, height } = imageSize(bytes)
    if (width > mostPixels || height > mostPixels) return `Gambar paling besar ${mostPixels} × ${mostPixels} titik.`
    return { media: 'image/png', bytes: new Uint8Array(bytes) }
  } catch {
    return 'Gambar ini rusak.'
  }
}

function judgeSvg(bytes: Buffer): Emblem | string {
  const text = bytes.toString('utf8')
  if (!/^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text) || text.includes('\uFFFD'))
    return 'Pilih gambar SVG atau PNG.'
  if (foreign.test(text))
    return 'SVG ini memuat program atau mengambil gambar dari tempat lain. Simpan sebagai SVG biasa atau PNG.'
  return { media: 'image/svg+xml', bytes: new Uint8Array(bytes) }
}

/** The emblem from now on; null takes it away. */
export const putEmblem = async (
  tx: Queryable,
  { emblem, actor, now }: { emblem: Emblem | null; actor: Pick<Acting, 'id'>; now: Date },
) => {
  await keep(tx, emblem, { by: actor.id, at: now })
  const data = { key: 'emblem', value: { media: emblem?.media ?? null } }
  return written({ emblem: emblem !== null }, { stream: 'rights', type: 'setting.changed', data })
}
