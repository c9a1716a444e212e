import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { file } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { saveFile } from '#ui/saveFile.ts'
import styles from './Print.module.css'

/** Polls this often before it says that it takes too long; the server goes on making it. */
const mostAsks = 60

/** The submission as PDF, for the wet signature of the head. It is made on the first request, which takes some seconds. */
export function DownloadPdf({ id, n }: { id: string; n: number }) {
  const made = useMutation({
    mutationFn: async () => {
      for (let asks = 0; asks < mostAsks; asks++) {
        const given = await file('GET /submissions/:id/revisions/:n/pdf', { params: { id, n } })
        if (given instanceof File) return saveFile(given, given.name)
        await new Promise(resolve => setTimeout(resolve, given.waitSeconds * 1000))
      }
      throw new Error('the document is not made yet')
    },
  })
  return (
    <>
      <Button icon="download" busy={made.isPending && 'Menyiapkan PDF…'} onClick={() => made.mutate()}>
        Unduh PDF
      </Button>
      {made.isError && (
        <div className={styles.failed}>
          <ProblemPanel error={made.error} onRetry={() => made.mutate()} />
        </div>
      )}
    </>
  )
}
