import { v7 } from 'uuid'
import type { Queryable } from '../database.ts'
import { withClient } from '../engine/client.ts'
import type { Tampering } from './verify/tampering.ts'

/** A run of `audit:verify`. */
export interface AuditRun {
  at: Date
  /** How many things were not as they were written. */
  found: number
  /** The first of them. */
  findings: Tampering[]
  /** The newest seal then; null before the first. */
  seal: { n: number; hash: string } | null
  /** Whether it was held against a seal that was noted outside. */
  anchored: boolean
}

/** Of what was found so many are kept: who must act runs the command again, which says all of it. */
export const mostFindings = 200

/** Notes what a run found, as the owner. A database that is not migrated yet has no place for it: then nothing is noted. */
export const noteAuditRun = (ownerUrl: string, { at, found, findings, seal, anchored }: AuditRun): Promise<void> =>
  withClient(ownerUrl, async client => {
    const { rows } = await client.query(`SELECT to_regclass('audit_run') IS NOT NULL AS there`)
    if (!rows[0].there) return
    await client.query(
      'INSERT INTO audit_run (id, at, found, findings, seal_n, seal_hash, anchored) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [v7(), at, found, JSON.stringify(findings.slice(0, mostFindings)), seal?.n ?? null, seal?.hash ?? null, anchored],
    )
  })

/** The newest seal, and what the last run of `audit:verify` found; null: there was none. */
export const auditState = async (
  tx: Queryable,
): Promise<{ seal: { n: number; at: Date; hash: string } | null; run: AuditRun | null }> => {
  const seal = await tx.prisma.seal.findFirst({ select: { n: true, at: true, hash: true }, orderBy: { n: 'desc' } })
  const run = await tx.prisma.auditRun.findFirst({ orderBy: { at: 'desc' } })
  if (run === null) return { seal, run }
  const { at, found, findings, sealN, sealHash, anchored } = run
  const upTo = sealN === null || sealHash === null ? null : { n: sealN, hash: sealHash }
  // `noteAuditRun` alone writes it
  const kept = findings as unknown as Tampering[]
  return { seal, run: { at, found, findings: kept, seal: upTo, anchored } }
}
