import { useMutation } from '@tanstack/react-query'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { count } from '#ui/numbers.ts'
import type { CockpitLineData } from './cockpitQuery.ts'

type Reminder = ResponseOf<'POST /obligations/:id/reminders'>

/** Who was told, and how many of them by mail too: no user is told twice a day. */
function reminderWords({ again, by, told }: Pick<Reminder, 'again' | 'by' | 'told'>): string {
  if (again) return `Sudah diingatkan hari ini oleh ${by.name}; tidak dikirim lagi.`
  if (told.length === 0) return 'Tercatat, tetapi belum ada orang di perangkat daerah ini yang dapat diberi tahu.'
  const mails = told.filter(({ mail }) => mail !== 'none').length
  return `${count(told.length)} orang diberi tahu di SEPAKAT${mails > 0 ? `, ${count(mails)} juga lewat surel` : ''}.`
}

/** Asks the office for its report, once a day; what became of it is said in the line. */
export function RemindButton({
  line,
  name,
  onSaid,
}: {
  line: CockpitLineData
  name: string
  /** @param pressed where the focus was when it was pressed; null: nothing was sent */
  onSaid: (sentence: string, pressed: Element | null) => void
}) {
  const invalidate = useInvalidate()
  const remind = useMutation({
    mutationFn: (_pressed: Element | null) =>
      api('POST /obligations/:id/reminders', { params: { id: line.obligation ?? '' }, body: {} }),
    onSuccess: (reminder, pressed) => {
      onSaid(reminderWords(reminder), pressed ?? document.body)
      return invalidate('GET /cockpit/:list')
    },
    onError: error => onSaid(saidOf(error), null),
  })
  const busy = remind.isPending && 'Mengingatkan…'
  return (
    <Button
      small
      kind="quiet"
      icon="send"
      data-act="remind"
      aria-label={`${busy || 'Ingatkan'}: ${name}`}
      busy={busy}
      onClick={() => remind.mutate(document.activeElement)}
    >
      Ingatkan
    </Button>
  )
}
