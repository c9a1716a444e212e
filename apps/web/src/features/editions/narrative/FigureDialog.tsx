import { Dialog } from '#ui/Modal.tsx'
import { FigureSearch } from './FigureSearch.tsx'
import type { FoundFigure } from './Says.ts'
import type { Find } from './useFound.ts'

/** Asks for a figure. */
export function FigureDialog({
  title,
  begin,
  find,
  onClose,
  onChoose,
}: {
  title: string
  begin?: string
  find: Find
  onClose: () => void
  onChoose: (figure: FoundFigure) => void
}) {
  return (
    <Dialog open large onClose={onClose} title={title}>
      <FigureSearch label="Cari angka" begin={begin} find={find} onChoose={onChoose} />
    </Dialog>
  )
}
