import type { Row } from '@sepakat/rules'
import { useDeferredValue, useEffect, useRef } from 'react'
import { rowKey } from '#sheet/answers/cells.ts'
import { RowWords } from '#sheet/RowWords.tsx'
import { Button } from '#ui/Button.tsx'
import { late } from '#ui/late.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { useForm, useSections, useView } from '../FormContext.ts'
import { useRowName } from '../rows/useRowName.ts'
import { Evidence } from './Evidence.tsx'
import { CellHistory, FormHelp, FromSources, RowHelp, RowNotes } from './panelParts.tsx'
import { setBeside, usePanelBeside } from './panelPlace.ts'
import styles from './RowPanel.module.css'

// a row is in hand before these are read
const PanelFigures = late(async () => (await import('./PanelFigures.tsx')).PanelFigures)
const RowDefinition = late(async () => (await import('./RowDefinition.tsx')).RowDefinition)

/** Details of the current row: beside the rows where there is room, else in a drawer on demand. */
export function RowPanel() {
  const { view } = useForm()
  const { room, beside } = usePanelBeside()
  const drawer = useView('drawer')
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = beside && drawer === 'row'
  useEffect(() => {
    if (!asked) return
    view.set({ drawer: null })
    const part = view.get().part
    const target = part === null ? null : document.getElementById(`panel-${part}`)
    ;(target ?? heading.current)?.focus()
  }, [asked, view])
  const title = <PanelTitle />
  if (beside)
    return (
      <aside aria-label="Rincian baris" className={styles.panel}>
        <div className={styles.head}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          <Button small kind="quiet" onClick={() => setBeside(false)}>
            Sembunyikan
          </Button>
        </div>
        <PanelBody />
      </aside>
    )
  return (
    <Drawer open={drawer === 'row'} onClose={() => view.set({ drawer: null })} title={title}>
      {room && (
        <span>
          <Button small kind="quiet" onClick={() => setBeside(true)}>
            Tampilkan selalu di samping
          </Button>
        </span>
      )}
      <PanelBody />
    </Drawer>
  )
}

function usePath() {
  useSections()
  const { paths } = useForm()
  // deferred: typing does not wait for the panel
  const hand = useDeferredValue(useView('hand'))
  return { hand, path: hand ? paths().get(rowKey(hand)) : undefined }
}

function PanelTitle() {
  const { path } = usePath()
  if (!path) return 'Petunjuk'
  return path.row ? <NamedRow row={path.row} /> : path.block.title
}

const NamedRow = ({ row }: { row: Row }) => <RowWords row={row} label={useRowName(row)} />

function PanelBody() {
  const { kind } = useForm()
  const { hand, path } = usePath()
  if (!hand || !path) return <FormHelp />
  const row = path.row ?? path.block.head
  if (!row) return <FormHelp />
  return (
    <div className={styles.body}>
      <RowHelp row={row} field={hand.field} />
      {kind.tree?.tables.includes(row.table) && <RowDefinition row={row} />}
      <Evidence row={row} field={hand.field} />
      <RowNotes row={row} />
      <PanelFigures row={row} />
      <FromSources row={row} />
      <CellHistory row={row} field={hand.field} />
    </div>
  )
}
