import { useMutation } from '@tanstack/react-query'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import type { CockpitLineData } from './cockpitQuery.ts'
import { reminderWords } from './reminderWords.ts'

/** Asks the office for its report, once a day; what became of it is said in the line. */
export function RemindButton({
  line,
  name,
  onSaid,
}: {
  line: CockpitLineData
  name: string
  onSaid: (sentence: string, done: boolean) => void
}) {
  const invalidate = useInvalidate()
  const remind = useMutation({
    mutationFn: () => api('POST /obligations/:id/reminders', { params: { id: line.obligation ?? '' }, body: {} }),
    onSuccess: reminder => {
      onSaid(reminderWords(reminder), true)
      return invalidate('GET /cockpit/:list')
    },
    onError: error => onSaid(saidOf(error), false),
  })
  return (
    <Button
      small
      kind="quiet"
      icon="send"
      data-act="remind"
      aria-label={`Ingatkan: ${name}`}
      busy={remind.isPending && 'Mengingatkan…'}
      onClick={() => remind.mutate()}
    >
      Ingatkan
    </Button>
  )
}
