import type { RowId } from '@sepakat/rules'
import type { NamedRow } from '../../../lib/formNames.ts'
import { useForm } from '../FormContext.ts'
import { useRowName } from './useRowName.ts'

/** Read out after the words of a button that a table has under each row: which row it is about, as people call it. */
export function ParentName({ id }: { id: RowId | null }) {
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
