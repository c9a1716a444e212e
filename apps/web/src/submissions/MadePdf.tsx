import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { saveFile } from '#ui/saveFile.ts'
import styles from './MadePdf.module.css'
import { untilMade } from './untilMade.ts'

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
      const made = await untilMade(ask)
      saveFile(made, made.name)
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
