import { isDraftPreview, matchesDraft, type Written } from '#sheet/answers/matchesDraft.ts'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { putQueuedSubmit, type QueuedSubmit, readQueue } from '#sync/outbox/queuedSubmits.ts'
import { unsentReports } from '#sync/outbox/unsentReports.ts'
import { NoAnswerError, saidOf } from '#sync/problems/ProblemError.ts'
import { api } from '#sync/transport/api.ts'
import { isFinal } from '#sync/transport/refusalOf.ts'
import { idbFileStore } from '#sync/uploads/idbFileStore.ts'

export type Submitted = ResponseOf<'POST /submissions/:id/submit'>

const otherwise =
  'Isian awal laporan ini berubah sejak Anda memulainya tanpa jaringan. Periksa isiannya sekarang, lalu kirim lagi.'
const undecided = 'Ada isian atau berkas yang perlu Anda putuskan. Putuskan dahulu, lalu kirim lagi.'

/**
 * Sends queued submissions, each after the last change and file of its report. One that cannot be submitted is cancelled with its reason.
 * Returns false when one still waits for its changes. @throws what kept one from being sent.
 */
export async function sendQueuedSubmits(
  person: string,
  post: string,
  onSent: (sent: Submitted) => void,
): Promise<boolean> {
  const waiting = (await readQueue(person)).filter(one => one.state === 'waiting' && one.post === post)
  if (waiting.length === 0) return true
  const unsent = await unsentReports(person)
  const files = await idbFileStore.list(person)
  let all = true
  for (const queued of waiting) {
    const changes = unsent.get(queued.submission)
    const evidence = files.filter(({ submission }) => submission === queued.submission)
    if (changes?.stuck || evidence.some(({ state }) => state === 'stuck'))
      await putQueuedSubmit({ ...queued, state: 'refused', said: undecided })
    else if (changes || evidence.length > 0) all = false
    else await sendOne(queued, onSent)
  }
  return all
}

/** The report as the server created it, with what was filled in since. */
async function madeOf(id: string): Promise<Written> {
  const made = await api('GET /submissions/:id/answers', { params: { id }, query: { revs: true } })
  if (isDraftPreview(made)) throw new NoAnswerError('not created yet')
  return made
}

async function sendOne(queued: QueuedSubmit, onSent: (sent: Submitted) => void): Promise<void> {
  const { submission, at, key, ahead } = queued
  try {
    if (ahead && !matchesDraft(ahead, await madeOf(submission)))
      return await putQueuedSubmit({ ...queued, state: 'refused', said: otherwise })
    const sent = await api('POST /submissions/:id/submit', {
      params: { id: submission },
      body: { deviceAt: at },
      idempotencyKey: key,
    })
    await putQueuedSubmit({ ...queued, state: 'sent', said: sent.receipt.number })
    onSent(sent)
  } catch (error) {
    if (!isFinal(error)) throw error
    await putQueuedSubmit({ ...queued, state: 'refused', said: saidOf(error) })
  }
}
