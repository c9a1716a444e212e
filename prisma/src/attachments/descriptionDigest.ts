import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Description } from './attachments.ts'

/**
 * SHA-256 over what is said of a file, with its id. History has this instead of the words: a title may name a person, and what is
 * in the chain of hashes can never be taken out of it.
 */
export const descriptionDigest = ({ id, anchor, title, number, date, page }: Description & { id: string }): string =>
  createHash('sha256').update(canonicalJson({ id, anchor, title, number, date, page })).digest('hex')
