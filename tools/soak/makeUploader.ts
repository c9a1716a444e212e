import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { type Answer, answered, type Caller, must, untilSaid } from './caller.ts'
import type { Checks } from './checks.ts'
import type { Writer } from './makeSaver.ts'

interface Upload {
  id: string
  content: Buffer
  sha256: string
  anchor: string
  /** The attachment whose place it takes. */
  replaces?: string
  /** Bytes the server said it has; null before it said anything. */
  acknowledged: number | null
}
interface Listed {
  id: string
  sha256: string
  bytes: number
  removed: boolean
}

const piece = 48 * 1024
const media = 'application/offset+octet-stream'
const tus = { 'tus-resumable': '1.0.0' }
/** Files of one writer at one anchor; one more replaces the oldest, since an anchor takes no more than 20 (keepAttachment.ts). */
const mostAtOnce = 12

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

const makeUpload = (anchor: string, replaces?: string): Upload => {
  const bulk = randomBytes(60_000 + Math.floor(Math.random() * 60_000)).toString('hex')
  const content = Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% ${bulk}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  )
  return { id: v7(), content, sha256: sha256(content), anchor, replaces, acknowledged: null }
}

/** Somebody who attaches one file after another: whole, as programs do, or in pieces, as devices do. */
export const makeUploader = (caller: Caller, submission: string, anchor: string, how: 'whole' | 'pieces'): Writer => {
  const path = `/submissions/${submission}`
  /** Acknowledged and not replaced, the oldest first; `seen`: its bytes were read and compared. */
  let attached: (Upload & { seen: boolean })[] = []
  /** Replaced by a file that was acknowledged too, since the last comparison. */
  let replaced: Upload[] = []
  let cutOff: Upload | null = null

  /** True once it is attached, false where the server is gone. */
  async function bring(upload: Upload): Promise<boolean> {
    const { id, content, anchor, sha256, replaces } = upload
    const about = { anchor, title: 'Bukti', sha256, ...(replaces !== undefined && { replaces }) }
    if (how === 'pieces' && !(await bringPieces(upload))) return false
    const answer = await answered(
      how === 'pieces'
        ? caller('PUT', `${path}/attachments/${id}`, { ...about, fileName: 'bukti.pdf' })
        : caller('POST', `${path}/attachments`, formOf({ id, ...about }, content)),
    )
    if (answer === null) return false
    wants(answer, 201)
    replaced.push(...attached.filter(({ id }) => id === replaces))
    attached = [...attached.filter(({ id }) => id !== replaces), { ...upload, seen: false }]
    cutOff = null
    return true
  }
  async function bringPieces(upload: Upload): Promise<boolean> {
    const { id, content } = upload
    while (upload.acknowledged !== content.length) {
      const from = upload.acknowledged ?? 0
      const next = content.subarray(from, from + piece)
      const answer = await answered(
        upload.acknowledged === null
          ? caller('POST', `${path}/uploads`, next, {
              ...tus,
              'content-type': media,
              'upload-length': String(content.length),
              'upload-metadata': `id ${Buffer.from(id).toString('base64')}`,
            })
          : caller('PATCH', `${path}/uploads/${id}`, next, {
              ...tus,
              'content-type': media,
              'upload-offset': String(from),
            }),
      )
      if (answer === null) return false
      wants(answer, upload.acknowledged === null ? 201 : 204)
      upload.acknowledged = from + next.length
    }
    return true
  }
  /** Asks how far it came, and goes on from there. */
  async function resume(upload: Upload, checks: Checks, where: string): Promise<boolean> {
    const answer = await answered(caller<{ offset: number }>('GET', `${path}/uploads/${upload.id}`))
    if (answer === null) return false
    if (answer.status !== 404) wants(answer, 200)
    const has = answer.status === 200 ? answer.body.offset! : null
    const before = upload.acknowledged
    const whole = before === upload.content.length
    checks.check(
      'an upload that was cut off has every byte that was acknowledged',
      // what is whole may be attached already, and waits no more
      (has ?? (whole ? before : 0)) >= (before ?? 0),
      `${where}: ${has} of ${before}`,
    )
    if (!whole || has !== null) upload.acknowledged = has
    return bring(upload)
  }
  async function standing(): Promise<Map<string, Listed[]>> {
    const { items } = await must(caller<{ items: Listed[] }>('GET', `${path}/attachments`))
    return Map.groupBy(items, ({ id }) => id)
  }

  return {
    write: async isOver => {
      while (!isOver()) {
        cutOff = makeUpload(anchor, attached.length < mostAtOnce ? undefined : attached[0]?.id)
        if (!(await bring(cutOff))) return
      }
    },
    compare: async (checks, where) => {
      const found = await standing()
      let fresh = 0
      const listedOf = (upload: Upload): Listed | undefined => {
        const [listed, ...more] = found.get(upload.id) ?? []
        const isSame = listed?.sha256 === upload.sha256 && listed.bytes === upload.content.length
        return more.length === 0 && isSame ? listed : undefined
      }
      for (const upload of replaced) {
        const isGone = listedOf(upload)?.removed === true
        checks.check(
          'every acknowledged file that was replaced is told as replaced, once',
          isGone,
          `${where}: ${upload.id}`,
        )
        fresh += 1
      }
      replaced = []
      for (const upload of attached) {
        const listed = listedOf(upload)
        // what was cut off may have taken its place already
        const stands = listed !== undefined && (!listed.removed || cutOff?.replaces === upload.id)
        checks.check('every acknowledged file is there, once', stands, `${where}: ${upload.id}`)
        if (upload.seen || !listed || listed.removed) continue
        const content = await caller.bytes(`${path}/attachments/${upload.id}/content`)
        checks.check(
          'and gives back its bytes, by their SHA-256',
          sha256(content) === upload.sha256,
          `${where}: ${upload.id}`,
        )
        upload.seen = true
        fresh += 1
      }
      return fresh
    },
    repeat: async (checks, where) => {
      if (cutOff === null) return
      const upload = cutOff
      const { id } = upload
      const again = () => (how === 'pieces' ? resume(upload, checks, where) : bring(upload))
      const arrived = (await untilSaid(async () => (await again()) || null)) === true
      const times = (await standing()).get(id)?.length ?? 0
      checks.check('a file that was cut off arrives once', arrived && times === 1, `${where}: ${times}`)
    },
  }
}

const wants = ({ status, body }: Answer<object>, wanted: number): void => {
  if (status !== wanted) throw new Error(`a step of its own upload: ${status} ${JSON.stringify(body)}`)
}

const formOf = (fields: Record<string, string>, content: Buffer): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(content)]), 'bukti.pdf')
  return form
}
