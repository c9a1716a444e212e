import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { file } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { saveFile } from '#ui/saveFile.ts'
import type { TrailWish } from './queries.ts'

/** The trail as it is filtered, as a file; the export is an event itself. */
export function ExportTrail({ wish }: { wish: TrailWish }) {
  const made = useMutation({
    mutationFn: async () => {
      const given = await file('GET /events/export', { query: wish })
      if (given instanceof File) saveFile(given, given.name)
    },
  })
  return (
    <>
      <Button icon="download" busy={made.isPending && 'Menyiapkan berkas…'} onClick={() => made.mutate()}>
        Unduh CSV
      </Button>
      {made.isError && <ProblemPanel error={made.error} onRetry={() => made.mutate()} />}
    </>
  )
}
