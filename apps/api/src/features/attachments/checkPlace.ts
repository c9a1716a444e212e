import type { AttachmentRecord } from '@sepakat/db'
import type { Anchor } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'

const mostOfSubmission = 400
const mostAtAnchor = 20

/** What is replaced proves the same answer and is not replaced already; proofs are many, not endless. @throws invalid */
export const checkPlace = (all: AttachmentRecord[], anchor: Anchor, replaces: string | undefined): void => {
  const standing = all.filter(({ removed }) => !removed)
  const replaced = standing.find(({ id }) => id === replaces)
  if (replaces !== undefined && replaced?.anchor !== anchor)
    throw invalid('/replaces', 'Berkas yang diganti tidak ada pada isian ini, atau sudah diganti.')
  if (replaced) return
  if (standing.length >= mostOfSubmission)
    throw invalid('/file', `Satu laporan memuat paling banyak ${mostOfSubmission} berkas.`)
  checkRoom(all, anchor, '/file')
}

/** @throws where no other file may prove this answer; `at` names what was sent wrongly */
export const checkRoom = (all: AttachmentRecord[], anchor: Anchor, at: '/file' | '/anchor'): void => {
  if (all.filter(it => !it.removed && it.anchor === anchor).length >= mostAtAnchor)
    throw invalid(at, `Satu isian memuat paling banyak ${mostAtAnchor} berkas. Gabungkan berkasnya.`)
}
