import { isOpen, type Status, statusLabels } from '@sepakat/rules/workflow/statuses.ts'
import type { Submission } from '#sync/apiTypes.ts'

/** Why the form is read-only, and what could change that. */
export function readingReason(
  submission: Submission,
  may: boolean,
  now: number,
  long: (instant: string) => string,
): string {
  const { status, statusAt, statusBy, closesAt, claimedBy } = submission
  const by = statusBy ? ` oleh ${statusBy.name}` : ''
  const since = `Laporan ini berstatus ${statusLabels[status as Status].toLowerCase()} sejak ${long(statusAt)}${by}.`
  if (!isOpen(status as Status)) {
    const claimed = claimedBy ? ` ${claimedBy.name} sedang memeriksanya.` : ''
    const back =
      status === 'approved'
        ? ' Perbaikan hanya dapat setelah koordinator membukanya kembali.'
        : submission.moves.some(({ move, needs }) => move === 'withdraw' && needs.length === 0)
          ? ' Tarik kembali bila ada yang perlu diperbaiki.'
          : ''
    return `${since} Isiannya hanya dapat dibaca.${claimed}${back}`
  }
  if (!may) return 'Jabatan yang sedang Anda pakai hanya membaca laporan ini.'
  if (closesAt !== null && Date.parse(closesAt) <= now)
    return `Periode ini ditutup ${long(closesAt)}. Isiannya hanya dapat dibaca; minta perpanjangan kepada koordinator bila perlu.`
  return since
}
