import type { Block, RowId } from '@sepakat/rules'
import type { NamedRow } from '@sepakat/rules/names/formNames.ts'
import { useState } from 'react'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import { useForm } from '../../FormContext.ts'
import { useDeclared } from '../StateField.tsx'
import { useRowName } from '../useRowName.ts'
import styles from './AddRow.module.css'
import { addTo } from './useItems.ts'

const TakeLinesDialog = late(async () => (await import('./TakeLinesDialog.tsx')).TakeLinesDialog)

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Adds a row at the end and focuses its first field. */
export function AddRow({ block }: { block: Block }) {
  const form = useForm()
  const head = block.head ?? { table: block.table, id: block.under ?? 'all', states: [] }
  const declared = useDeclared(head)
  if (declared) return null
  return (
    <span className={styles.add}>
      <Button icon="plus" small onClick={() => addTo(form, block)}>
        Tambah {lowerFirst(block.title)}
        <ParentName id={block.under} />
      </Button>
      <TakeLines block={block} />
    </span>
  )
}

/** Read out after a button's text that a table has under each row: the name of the row it is about. */
function ParentName({ id }: { id: RowId | null }) {
  const { names } = useForm()
  const row = id === null ? undefined : names().rowById(id)
  return row && <Named row={row} />
}

const Named = ({ row }: { row: NamedRow }) => (
  <>
    {' '}
    <span className="visually-hidden">untuk {useRowName(row)}</span>
  </>
)

/** Where rows of a list may be imported from a spreadsheet; the dialog is loaded on demand. */
function TakeLines({ block }: { block: Block }) {
  const { kind } = useForm()
  const [open, setOpen] = useState(false)
  if (kind.lines?.table !== block.table) return null
  return (
    <>
      <Button icon="copy" small onClick={() => setOpen(true)}>
        {kind.lines.title}
      </Button>
      {open && <TakeLinesDialog lines={kind.lines} onClose={() => setOpen(false)} />}
    </>
  )
}
