import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { type Contribution, usePartAct } from './contributionQueries.ts'

/** The office takes a part back: what was filled in stays and is editable by the office. */
export function TakeBack({ part, onClose }: { part: Contribution; onClose: () => void }) {
  const takeBack = usePartAct('take-back', part.id)
  return (
    <Dialog
      open
      onClose={onClose}
      title="Tarik kembali bagian ini?"
      foot={
        <>
          <Button onClick={onClose}>Batal</Button>
          <Button
            kind="primary"
            busy={takeBack.isPending && 'Menarik…'}
            onClick={() => takeBack.mutate(undefined, { onSuccess: onClose })}
          >
            Tarik kembali
          </Button>
        </>
      }
    >
      <p>
        Isian yang sudah tersimpan tetap ada dan dapat Anda lanjutkan. {part.to.name} tidak lagi melihat atau mengisi
        bagian ini.
      </p>
      {takeBack.isError && <ProblemPanel error={takeBack.error} />}
    </Dialog>
  )
}
