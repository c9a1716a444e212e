import { createHash } from 'node:crypto'

/** Where the bytes of an upload wait: each sender's own for each report, so that nobody reaches another's, whatever id is asked for. */
export const uploadName = (submission: string, actor: string, id: string): string =>
  createHash('sha256')
    .update(JSON.stringify([submission.toLowerCase(), actor, id.toLowerCase()]))
    .digest('hex')
