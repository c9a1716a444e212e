import type { Row } from '@sepakat/rules'
import { apartFields } from '@sepakat/rules/sheet/tree.ts'
import { Button } from '#ui/Button.tsx'
import { useForm } from '../../FormContext.ts'
import { useTool } from '../../useTool.ts'
import { useMore } from '../useUnfolded.ts'

/** Unfolds what is asked of a line beside the columns, with the lists under it. */
export function MoreButton({ row, name }: { row: Row; name: string }) {
  const { kind } = useForm()
  const tool = useTool(row)
  const [open, setOpen] = useMore(row)
  const { tree } = kind
  if (!tree?.tables.includes(row.table)) return null
  if (apartFields(kind, tree, row).length === 0 && row.blocks.length === 0) return null
  return (
    <Button
      {...tool}
      small
      kind="quiet"
      icon={open ? 'chevron-up' : 'pencil'}
      aria-expanded={open}
      title="Isian lain di bawah baris ini"
      onClick={() => setOpen(!open)}
    >
      <span className="visually-hidden">Isian lain: {name}</span>
    </Button>
  )
}
