import { useMutation } from '@tanstack/react-query'
import type { DialogEnds } from '#administration/useDialog.ts'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import type { Assignment } from './queries.ts'

/** Ends one assignment with a year; the others of its row stay. */
export function EndAssignmentDialog({ year, line, onClose, onDone }: { year: number; line: Assignment } & DialogEnds) {
  const invalidate = useInvalidate()
  const who = line.office?.name ?? 'penugasan ini'
  const end = useMutation({
    mutationFn: (toYear: number) =>
      api('POST /assignments/:id/end', { params: { id: line.id ?? '' }, body: { toYear } }),
    onSuccess: async after => {
      await invalidate('GET /assignments', 'POST /obligations/preview')
      onDone(`${line.label}: ${who} mengampu terakhir kali tahun ${after.toYear}.`)
    },
  })
  const last = line.fromYear === null || line.fromYear < year ? year - 1 : null
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Akhiri penugasan ${who}?`}
      foot={
        <>
          <Button data-autofocus onClick={onClose}>
            Batal
          </Button>
          {last !== null && (
            <Button kind="danger" busy={end.isPending && 'Menyimpan…'} onClick={() => end.mutate(last)}>
              Akhiri sebelum tahun {year}
            </Button>
          )}
          <Button kind="danger" busy={end.isPending && 'Menyimpan…'} onClick={() => end.mutate(year)}>
            Akhiri setelah tahun {year}
          </Button>
        </>
      }
    >
      <p>
        {line.code} {line.label}. {who} tidak lagi mengampunya sesudah tahun yang dipilih; tahun-tahun sebelumnya tidak
        berubah. Kewajiban lapor yang sudah dibuat tidak dihapus.
      </p>
      {end.isError && <ProblemPanel error={end.error} />}
    </Dialog>
  )
}
