import type { RowId } from '@sepakat/rules'
import type { NamedRow } from '@sepakat/rules/names/formNames.ts'
import { useForm } from '../FormContext.ts'
import { useRowName } from './useRowName.ts'

/** Read out after a button's text that a table has under each row: the name of the row it is about. */
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
