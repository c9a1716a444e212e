// Writes PDF files as tests want them: objects by number, some of them in a compressed object stream.
import { deflateSync } from 'node:zlib'

export interface PdfSpec {
  /** Objects by number; 1 is the catalog. */
  objects: Record<number, string | Buffer>
  /** Objects that are in a compressed object stream: number 90, unless the test writes that one. */
  packed?: Record<number, string>
}

export const catalog = (more = ''): string => `<</Type/Catalog/Pages 2 0 R${more}>>`
const pages = { 2: '<</Type/Pages/Kids[3 0 R]/Count 1>>', 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>' }

/** A stream with its dictionary, compressed once for each filter named. */
export const streamOf = (content: Buffer, dict: string, times = 1): Buffer => {
  let packed = content
  for (let i = 0; i < times; i += 1) packed = deflateSync(packed)
  const filter = times === 0 ? '' : `/Filter[${'/FlateDecode'.repeat(times)}]`
  return Buffer.concat([
    Buffer.from(`<<${dict}${filter}/Length ${packed.length}>>stream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

const offsetOf = (offset: number) => [(offset >> 16) & 255, (offset >> 8) & 255, offset & 255]

/** The object stream of these objects. */
export const objectStream = (packed: Record<number, string>, times = 1): Buffer => {
  let at = 0
  const heads = Object.entries(packed).map(([n, text]) => {
    const head = `${n} ${at}`
    at += text.length + 1
    return head
  })
  const first = `${heads.join(' ')} `
  const content = Buffer.from(first + Object.values(packed).join(' '))
  return streamOf(content, `/Type/ObjStm/N ${heads.length}/First ${first.length}`, times)
}

/** A PDF of one page with a right cross-reference, whatever its objects say. */
export const pdfOf = ({ objects, packed }: PdfSpec): Buffer => {
  const all: Record<number, string | Buffer> = { ...pages, ...objects }
  for (const n of Object.keys(packed ?? {})) delete all[Number(n)]
  if (packed) all[90] ??= objectStream(packed)
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let at = parts[0]!.length
  const entries = new Map<number, number[]>()
  for (const [n, body] of Object.entries(all)) {
    const part = Buffer.concat([Buffer.from(`${n} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')])
    entries.set(Number(n), [1, ...offsetOf(at), 0])
    parts.push(part)
    at += part.length
  }
  Object.keys(packed ?? {}).forEach((n, i) => {
    entries.set(Number(n), [2, ...offsetOf(90), i])
  })
  entries.set(91, [1, ...offsetOf(at), 0])
  const rows = Array.from({ length: 92 }, (_, n) => entries.get(n) ?? [0, 0, 0, 0, 0])
  const xref = streamOf(Buffer.from(rows.flat()), '/Type/XRef/Size 92/W[1 3 1]/Root 1 0 R')
  const end = Buffer.from(`\nendobj\nstartxref\n${at}\n%%EOF\n`)
  return Buffer.concat([...parts, Buffer.from('91 0 obj\n'), xref, end])
}
