import { createHash } from 'node:crypto'
import { canonicalJson } from '@sepakat/rules'
import type { Tampering } from './tampering.ts'

export interface StoredRevision {
  submissionId: string
  n: number
  ruleSet: string
  body: Record<string, unknown>
  sha256: string
  receipt: string
  by: string
  /** To the microsecond. */
  at: string
  lastChange: number
}

/** What the event of a submission says; it is in a chain of hashes, so the revision is compared with it. */
export interface SubmittedEvent {
  revision: number
  sha256: string
  receipt: string
  lastChange: number
  ruleSet: string
  digest: string
  form: string
  formVersion: number
  catalogue: string
}

/** That event, with when it was. */
export type SubmittedEventAt = SubmittedEvent & { at: string }

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')
export const bodyHash = (body: unknown): string => textHash(canonicalJson(body))
export const revisionName = ({ submissionId, n }: Pick<StoredRevision, 'submissionId' | 'n'>): string =>
  `laporan ${submissionId}, kiriman ke-${n}`

/** A revision against its own hash and against the event of its submission. Pure. */
export const verifyRevision = (revision: StoredRevision, event: SubmittedEventAt | null): Tampering[] => {
  const where = revisionName(revision)
  if (event === null)
    return [
      { code: 'revision-unrecorded', where, message: 'Tidak ada peristiwa pengiriman untuk kiriman ini.', at: null },
    ]
  const changed: string[] = []
  if (bodyHash(revision.body) !== revision.sha256) changed.push('isi (isian, temuan, atau angka)')
  if (revision.sha256 !== event.sha256) changed.push('sidik (SHA-256)')
  if (revision.receipt !== event.receipt) changed.push('nomor tanda terima')
  if (revision.lastChange !== event.lastChange) changed.push('nomor perubahan terakhir')
  if (revision.ruleSet !== event.ruleSet) changed.push('aturan penghitungan')
  const { by, at, n } = revision.body
  if (by !== revision.by || String(at).replace('Z', '000Z') !== revision.at || n !== revision.n)
    changed.push('siapa, kapan, atau nomor kiriman')
  if (changed.length === 0) return []
  return [{ code: 'revision-changed', where, message: `Yang dibekukan diubah: ${changed.join(', ')}.`, at: event.at }]
}
