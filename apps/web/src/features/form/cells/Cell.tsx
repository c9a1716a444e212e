import type { Field, FieldId, RowId, TableId } from '@sepakat/rules'
import type { Allowed } from '@sepakat/rules/fields/FieldType.ts'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { nothingWords } from '@sepakat/rules/words/nothingWords.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useDoor } from '#sheet/answers/useDoor.ts'
import styles from '#sheet/Cell.module.css'
import { CellFrame } from '#sheet/CellFrame.tsx'
import { CellView } from '#sheet/CellView.tsx'
import type { Wires } from '#sheet/fields/FieldUi.ts'
import { fieldUiOf } from '#sheet/fields/fieldUiOf.ts'
import { listedCodesQuery } from '#submissions/listedCodesQuery.ts'
import { cx } from '#ui/cx.ts'
import { useCell, useFindings, useForm, useKey, useMark, useWritable } from '../FormContext.ts'
import { nameCode } from '../model/nameCode.ts'
import { useNamesAt } from '../PeopleContext.ts'

/** Looks up a typed code in the region's list. Offline the name is typed by hand, as before. */
function useNaming(at: string): () => void {
  const { kind, store, scope } = useForm()
  const client = useQueryClient()
  const year = Number(scope.period.slice(0, 4))
  return () =>
    void nameCode(kind, store, at, codes => client.fetchQuery(listedCodesQuery(year, codes))).catch(() => undefined)
}

interface CellProps {
  at: string
  table: TableId
  row: RowId
  field: FieldId
  spec: Field
  /** Ids of its labels, where there is no `<label for>`. */
  labelledBy?: string
  unit?: string | null
  /** The id of its description. */
  hintId?: string
  allowed?: Allowed
}

/** The field of one answer, by its type; read-only where it cannot be written now. */
export function Cell(props: CellProps) {
  const { at, spec, unit } = props
  const writable = useWritable(at, spec.writer)
  const mark = useMark(at)
  const noted = useKey(`cell ${at}`, store => store.noted(at))
  const noted2 = useKey(`at ${at}`, store => store.noted(at))
  const wrong = useWrong(at)
  const fresh = useKey(`cell ${at}`, store => store.freshAt(at) !== undefined)
  const here = useNamesAt(at)
  if (!writable) return <ReadCell {...props} />
  const described = [
    unit && `${at}:unit`,
    props.hintId,
    (noted || noted2) && `${at}:notes`,
    here.length > 0 && `${at}:here`,
  ]
    .filter(Boolean)
    .join(' ')
  const wires: Wires = {
    id: at,
    'data-column': props.field,
    'aria-labelledby': props.labelledBy,
    'aria-describedby': described || undefined,
    'aria-invalid': wrong || undefined,
  }
  return (
    <CellFrame at={at} unit={unit} mark={mark === 'saved' ? undefined : mark} fresh={fresh} here={here}>
      <Editor {...props} wires={wires} />
    </CellFrame>
  )
}

/** Errors are shown once the user has left the field. */
function useWrong(at: string): boolean {
  const read = (store: ReturnType<typeof useForm>['store']) =>
    !store.isTyping(at) &&
    (store.stuck(at)?.refusal.result === 'bad-shape' ||
      store.findingsAt(at)?.some(finding => finding.level === 'wrong') === true)
  const byCell = useKey(`cell ${at}`, read)
  const byFinding = useKey(`at ${at}`, read)
  return byCell || byFinding
}

/** Apart from its frame, so that a keystroke draws the control alone. */
function Editor({ at, spec, unit, allowed, wires }: CellProps & { wires: Wires }) {
  const door = useDoor(useForm().store, at, useNaming(at))
  const { Editor: Control } = fieldUiOf(spec)
  return <Control {...{ spec, unit, allowed, wires, door }} />
}

/** The current answer, where it is read-only. */
function ReadCell({ at, spec, unit = null, allowed, labelledBy }: CellProps) {
  const cell = useCell(at)
  const missing = useFindings(at)?.some(({ level }) => level === 'empty')
  const nothing = nothingWords(spec, missing === true)
  const right = isNumeric(spec) && !allowed?.steps
  return (
    <div className={cx(styles.read, right && styles.readNumber)} id={at} tabIndex={-1}>
      {labelledBy === undefined && <span className="visually-hidden">: </span>}
      <CellView {...{ spec, cell, unit, nothing }} text={shownCell(spec, cell, allowed)} />
    </div>
  )
}
