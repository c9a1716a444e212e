import { useMutation } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'

/** Lets the shipped one count again, as the next version. */
export function BackToShipped({ onBack }: { onBack: () => Promise<void> }) {
  const back = useMutation({ mutationFn: onBack })
  return (
    <>
      <Button busy={back.isPending && 'Mengembalikan…'} onClick={() => back.mutate()}>
        Kembali ke susunan bawaan
      </Button>
      {back.isError && <ProblemPanel error={back.error} onRetry={() => back.mutate()} />}
    </>
  )
}
