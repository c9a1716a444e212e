import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { saveFile } from '#ui/saveFile.ts'
import styles from './MadePdf.module.css'

/** Polls this often before it says that it takes too long; the server goes on making it. */
const mostAsks = 60

interface MadePdfProps {
  label: string
  /** The file, or how long to wait before asking again. */
  ask: () => Promise<File | { waitSeconds: number }>
  small?: boolean
}

/** Saves a document that the server makes on the first request, which takes some seconds. */
export function MadePdf({ label, ask, small }: MadePdfProps) {
  const made = useMutation({
    mutationFn: async () => {
      for (let asks = 0; asks < mostAsks; asks++) {
        const given = await ask()
        if (given instanceof File) return saveFile(given, given.name)
        await new Promise(resolve => setTimeout(resolve, given.waitSeconds * 1000))
      }
      throw new Error('the document is not made yet')
    },
  })
  return (
    <>
      <Button
        small={small}
        kind={small ? 'quiet' : 'secondary'}
        icon="download"
        busy={made.isPending && 'Menyiapkan PDF…'}
        onClick={() => made.mutate()}
      >
        {label}
      </Button>
      {made.isError && (
        <div className={styles.failed}>
          <ProblemPanel error={made.error} onRetry={() => made.mutate()} />
        </div>
      )}
    </>
  )
}
