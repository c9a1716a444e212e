import type { Figure } from '@sepakat/rules'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { Derivation } from '#submissions/Derivation.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { useReview } from '../ReviewContext.ts'

/** The derivation of one figure, with links to its input answers. */
export function Explained({ figure, onClose }: { figure: Figure | null; onClose: () => void }) {
  const { sheet, go } = useReview()
  if (figure === null) return null
  const row = figure.row === '' ? undefined : sheet.read.names.rowById(figure.row)
  function leave(pointer: string): void {
    onClose()
    const anchor = rowAnchorOf(pointer)
    if (anchor) requestAnimationFrame(() => go(anchor))
  }
  return (
    <Dialog open onClose={onClose} title={sheet.read.names.figureLabel(figure.code)} large>
      {row && <p>{row.label}</p>}
      <Derivation figure={figure} names={sheet.read.names} onGo={leave} />
    </Dialog>
  )
}
