import { useDates } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { type ContractForm, useContractForm } from './useContractForm.ts'

export interface Extension {
  form: ContractForm
  /** The last day of the new deadline; '' while none is typed, or what is typed is no date. */
  day: string
  setDay: (day: string | null) => void
  reason: string
  setReason: (reason: string) => void
  /** Discards what was typed; it is kept for its obligation until then, or until it is sent. */
  clear: () => void
}

/** Of what a date is the due date, as a sentence begins: the report, or what was sent before and is awaited again. */
const ofWhat = { report: 'Tenggat laporan', answer: 'Tenggat perbaikan' } as const

/** A later due date for one obligation, with a reason for its history. `onDone` is given which date was moved, in words, and the new one. */
export function useExtension(
  { obligation, dueAt }: { obligation: string; dueAt: string | null },
  onDone: (moved: string, dueAt: string) => void,
): Extension {
  const invalidate = useInvalidate()
  const dates = useDates()
  const now = dueAt === null ? '' : dates.dayOf(dueAt)
  const [day, setDay] = useDraftText(`extension day ${obligation}`)
  const [reason, setReason] = useDraftText(`extension ${obligation}`)
  const clear = () => {
    setDay('')
    setReason('')
  }
  const form = useContractForm('POST /obligations/:id/extension', {
    body: () => ({ dueAt: day ? dates.endOfDay(day) : '', reason: reason.trim() }),
    unread: () => ({
      dueAt: !day
        ? 'Tulis tenggat baru seperti 31-03-2026.'
        : day <= now
          ? `Tenggat baru harus sesudah ${dates.longDay(now)}.`
          : undefined,
    }),
    send: async body => {
      const { moved, dueAt } = await api('POST /obligations/:id/extension', { params: { id: obligation }, body })
      clear()
      onDone(ofWhat[moved], dueAt)
      await invalidate('POST /obligations/preview', 'GET /cockpit/:list', 'GET /obligations', 'GET /overview')
    },
  })
  return { form, day, setDay: next => setDay(next ?? ''), reason, setReason, clear }
}
