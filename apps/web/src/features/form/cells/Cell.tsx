import { fieldTypeOf } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { shownCell } from '@sepakat/rules/words/shownCell.ts'
import type { ReactElement } from 'react'
import { cx } from '#ui/cx.ts'
import { initialsOf } from '#ui/initialsOf.ts'
import { Markdown } from '#ui/Markdown.tsx'
import { useCell, useFindings, type useForm, useKey, useMark, useWritable } from '../FormContext.ts'
import { useNamesAt } from '../PeopleContext.ts'
import { BooleanCell } from './BooleanCell.tsx'
import styles from './Cell.module.css'
import { ChoiceCell } from './ChoiceCell.tsx'
import type { CellProps, EditorProps, Wires } from './cellProps.ts'
import { DateCell } from './DateCell.tsx'
import { NumberCell } from './NumberCell.tsx'
import { ProseCell } from './ProseCell.tsx'
import { TextCell } from './TextCell.tsx'

/**
 * The field of one answer, by its type; read-only where it cannot be written now. Wrapped in a form of its own: browser autofill
 * examines every field of a form at each keystroke, which in a long table took longer than drawing it.
 */
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
    <form
      className={styles.cell}
      data-mark={mark === 'saved' ? undefined : mark}
      data-fresh={fresh || undefined}
      data-here={here.length > 0 || undefined}
      onSubmit={event => event.preventDefault()}
    >
      {here.length > 0 && <Here at={at} names={here} />}
      {unit === 'Rp' && <Unit at={at} unit={unit} />}
      <Editor {...props} wires={wires} />
      {unit && unit !== 'Rp' && <Unit at={at} unit={unit} />}
    </form>
  )
}

/** Other users in this cell, shown on its edge. */
const Here = ({ at, names }: { at: string; names: string[] }) => (
  <span id={`${at}:here`} className={styles.here} title={`${names.join(', ')} sedang mengisi isian ini`}>
    <span aria-hidden="true">{names.map(initialsOf).join(' ')}</span>
    <span className="visually-hidden">{names.join(', ')} sedang mengisi isian ini</span>
  </span>
)

const Unit = ({ at, unit }: { at: string; unit: string }) => (
  <span id={`${at}:unit`} className={styles.unit}>
    {unit}
  </span>
)

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

/** The return type makes the compiler report a field type that is not drawn yet. */
function Editor(props: EditorProps): ReactElement {
  switch (props.spec.type) {
    case 'number':
      return <NumberCell {...props} />
    case 'measure':
      return props.allowed?.steps ? <ChoiceCell {...props} options={props.allowed.steps} /> : <NumberCell {...props} />
    case 'text':
      return <TextCell {...props} />
    case 'prose':
      return <ProseCell {...props} />
    case 'choice':
      return <ChoiceCell {...props} options={props.spec.options} />
    case 'ref':
    case 'office':
      return <ChoiceCell {...props} options={props.allowed?.rows ?? []} />
    case 'boolean':
      return <BooleanCell {...props} />
    case 'date':
      return <DateCell {...props} />
  }
}

/** The current answer, where it is read-only. */
function ReadCell({ at, spec, unit, allowed, labelledBy }: CellProps) {
  const value = useCell(at)
  const text = shownCell(spec, value, allowed)
  const right = fieldTypeOf(spec).numeric && !allowed?.steps
  if (fieldTypeOf(spec).markdown && typeof value === 'string')
    return (
      <div className={styles.read} id={at} tabIndex={-1}>
        <Markdown text={value} />
      </div>
    )
  return (
    <span className={cx(styles.read, right && styles.readNumber)} id={at} tabIndex={-1}>
      {labelledBy === undefined && <span className="visually-hidden">: </span>}
      {text === '' ? (
        <Nothing at={at} spec={spec} />
      ) : (
        <>
          {unit === 'Rp' && <span className={styles.unit}>Rp </span>}
          {text}
          {unit && unit !== 'Rp' && <span className={styles.unit}> {unit}</span>}
        </>
      )}
    </span>
  )
}

/** An optional field is not missing. */
function Nothing({ at, spec }: Pick<CellProps, 'at' | 'spec'>) {
  const missing = useFindings(at)?.some(({ level }) => level === 'empty')
  const words =
    spec.writer === 'evaluator' ? 'belum dinilai' : spec.need === 'optional' && !missing ? '–' : 'belum diisi'
  return <span className={styles.none}>{words}</span>
}
