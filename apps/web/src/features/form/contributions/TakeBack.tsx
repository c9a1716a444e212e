import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { type Contribution, usePartAct } from './contributionQueries.ts'

/** The office takes a part back: what was filled in stays and is editable by the office. */
export function TakeBack({ part, onClose }: { part: Contribution; onClose: () => void }) {
  const takeBack = usePartAct('take-back', part.id)
  return (
    <ActDialog
      onClose={onClose}
      title="Tarik kembali bagian ini?"
      action="Tarik kembali"
      busy="Menarik…"
      onAct={() => takeBack.mutate(undefined, { onSuccess: onClose })}
      doing={takeBack}
    >
      <p>
        Isian yang sudah tersimpan tetap ada dan dapat Anda lanjutkan. {part.to.name} tidak lagi melihat atau mengisi
        bagian ini.
      </p>
    </ActDialog>
  )
}
