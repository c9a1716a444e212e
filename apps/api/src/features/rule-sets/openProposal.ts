import { lockRuleSets, type Proposal, type Queryable, readProposal } from '@sepakat/db'
import type { Acting } from '#http/auth/acting.ts'
import { problem } from '#http/problem.ts'

/** A proposal that can still be decided about, locked. `own`: who asks proposed it, at whatever post. @throws not-found, exists */
export const openProposal = async (
  tx: Queryable,
  id: string,
  { person }: Pick<Acting, 'person'>,
): Promise<Proposal & { own: boolean }> => {
  await lockRuleSets(tx)
  const proposal = await readProposal(tx, id)
  if (proposal === null) throw problem('not-found')
  if (proposal.status === 'approved') throw problem('exists', { detail: 'Aturan ini sudah disetujui.' })
  if (proposal.status === 'withdrawn') throw problem('exists', { detail: 'Usulan ini sudah ditarik kembali.' })
  return { ...proposal, own: proposal.proposer === person.id }
}
