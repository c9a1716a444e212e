import type { Declared, Field, Finding } from '@sepakat/rules'
import { isNumeric } from '@sepakat/rules/fields/fieldTypeOf.ts'
import { readingsOf, readNumber } from '@sepakat/rules/numbers/readNumber.ts'
import { stateLabels } from '@sepakat/rules/saving/kindShape.ts'
import { rowKey, segmentsOf } from '#sheet/answers/cells.ts'
import { useDates } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { useCell, useFindings, useForm, useKey } from '../FormContext.ts'
import { countedAt } from '../model/unsureNumbers.ts'
import styles from './CellNotes.module.css'
import { ForCell } from './ForCell.tsx'
import { StuckNote } from './StuckNote.tsx'
import { useDeclare } from './useDeclare.ts'
import { WhyField } from './WhyField.tsx'

export interface CellNotesProps {
  at: string
  spec: Field
  /** The states its row may declare: offered where `-` or `nihil` was typed. */
  states: readonly Declared[]
  /** The label before the notes where several cells share a place. */
  label?: string
}

/** Messages at one answer: how it was read, what is wrong, who changed it, what to decide. */
export function CellNotes({ at, spec, states, label }: CellNotesProps) {
  const noted = useKey(`cell ${at}`, store => store.noted(at))
  const found = useKey(`at ${at}`, store => store.noted(at))
  const typing = useKey(`cell ${at}`, store => store.isTyping(at))
  const findings = useFindings(at)
  if (!noted && !found) return null
  const shown = typing ? [] : (findings ?? []).filter(({ level }) => level === 'wrong' || level === 'explain')
  return (
    <div id={`${at}:notes`} className={styles.notes}>
      {label && <p className={styles.label}>{label}</p>}
      <StuckNote at={at} />
      <OnPageLine at={at} />
      <Reading at={at} />
      {shown.map(finding =>
        finding.code === 'unread' ? (
          <Unread key={finding.code} at={at} spec={spec} states={states} finding={finding} />
        ) : finding.level === 'explain' ? (
          <WhyField key={finding.code} finding={finding} />
        ) : (
          <FindingLine key={finding.code} finding={finding} />
        ),
      )}
      <FreshLine at={at} />
    </div>
  )
}

export function FindingLine({ finding }: { finding: Finding }) {
  return (
    <p className={styles.wrong}>
      <Icon name="cross-circle" size={16} />
      <span>{finding.message}</span>
    </p>
  )
}

/** How an ambiguous number was read, with a button for the other reading. */
function Reading({ at }: { at: string }) {
  const { store } = useForm()
  const reading = useKey(`cell ${at}`, store => store.reading(at))
  if (reading?.kind !== 'number') return null
  const other = 'other' in reading ? reading.other : null
  return (
    <p className={styles.read}>
      <span>
        Dibaca <strong>{formatNumber(reading.value)}</strong>
      </span>
      {other !== null && (
        <Button
          small
          kind="quiet"
          onClick={() => {
            store.set(at, other)
            store.settle(at)
            document.getElementById(at)?.focus()
          }}
        >
          Maksud saya {formatNumber(other)}
          <ForCell at={at} />
        </Button>
      )}
    </p>
  )
}

/** Text that is not a number: offers the two readings, or the states it may have meant. */
function Unread({ at, spec, states, finding }: Omit<CellNotesProps, 'label'> & { finding: Finding }) {
  const { store, paths } = useForm()
  const { table, row } = segmentsOf(at)
  const inRow = paths().get(rowKey({ table, row }))?.row
  const declare = useDeclare({ table, id: row })
  const value = useCell(at)
  const asNumber = isNumeric(spec)
  const text = asNumber && typeof value === 'object' ? value.asTyped : null
  const readings = text === null ? [] : readingsOf(text, inRow ? countedAt(store, inRow, spec) : {})
  const reading = text === null ? null : readNumber(text, 'pasted')
  const choose = (next: string) => {
    store.set(at, next)
    store.settle(at)
    document.getElementById(at)?.focus()
  }
  const offers = reading?.kind === 'state' ? reading.offers.filter(state => states.includes(state)) : []
  return (
    <div className={styles.choice}>
      <FindingLine finding={finding} />
      {readings.length > 0 && (
        <span className={styles.choices}>
          {readings.map(one => (
            <Button key={one} small onClick={() => choose(one)}>
              {formatNumber(one)}
              <ForCell at={at} />
            </Button>
          ))}
        </span>
      )}
      {offers.length > 0 && (
        <span className={styles.choices}>
          {offers.map(state => (
            <Button key={state} small onClick={() => declareInstead(state)}>
              Nyatakan {stateLabels[state].toLowerCase()}
              <ForCell at={at} />
            </Button>
          ))}
        </span>
      )}
    </div>
  )

  function declareInstead(state: Declared): void {
    store.history.group(() => {
      store.set(at, null)
      declare(state)
    })
  }
}

/** The device has no room for what was typed here. */
function OnPageLine({ at }: { at: string }) {
  const onPage = useKey(`cell ${at}`, store => store.outbox.isOnPage(at))
  if (!onPage) return null
  return (
    <p className={styles.onPage} role="alert">
      <Icon name="alert" size={16} />
      <span>Hanya ada di halaman ini: penyimpanan perangkat penuh. Jangan tutup halaman sebelum tersimpan.</span>
    </p>
  )
}

function FreshLine({ at }: { at: string }) {
  const dates = useDates()
  const fresh = useKey(`cell ${at}`, store => store.freshAt(at))
  if (!fresh) return null
  return (
    <p className={styles.fresh}>
      <Icon name="person" size={14} />
      <span>
        {fresh.name} mengubahnya {dates.ago(fresh.at)}
      </span>
    </p>
  )
}
