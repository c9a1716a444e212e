import { createHash } from 'node:crypto'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Where the bytes of an upload wait: each sender's own for each report, so that no id reaches another sender's. */
export const uploadName = (submission: string, actor: string, id: string): string =>
  hash(actor).slice(0, 16) + hash(JSON.stringify([submission.toLowerCase(), actor, id.toLowerCase()]))
