import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { NodeSelection } from 'prosemirror-state'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { announce } from '#ui/announce.ts'
import { ChipDrawer } from './ChipDrawer.tsx'
import { chipView, putView } from './chipView.ts'
import { DirectionDialog } from './DirectionDialog.tsx'
import { chipOfFound, figureBefore, markSeen, putChip } from './editing.ts'
import { FigureDialog } from './FigureDialog.tsx'
import { setMarks, type TypedNumber, typedNumbersOf } from './markPlugin.ts'
import styles from './Narrative.module.css'
import { NarrativeNotes } from './NarrativeNotes.tsx'
import { docOf, narrativeOf } from './narrativeDoc.ts'
import { chipOf } from './placesIn.ts'
import { changeOf, chipKey, type SaidText } from './Says.ts'
import { SeekList } from './SeekList.tsx'
import { Tools } from './Tools.tsx'
import type { Find } from './useFound.ts'
import { useNarrativeView } from './useNarrativeView.ts'
import { type SayText, useSaying } from './useSaying.ts'
import { type PutChoice, putName, useSeek } from './useSeek.tsx'

export interface NarrativeEditorProps {
  label: string
  /** What it opens with; another one needs another `key`. */
  initial: Narrative
  /** What is said of the narrative that the server has. */
  said: SaidText & { narrative: Narrative }
  find: Find
  say: SayText
  /** The tables and charts that can be put in. */
  blocks: readonly PutChoice[]
  onChange: (narrative: Narrative) => void
}

type Asking = { of: 'chip'; at: number } | { of: 'direction' } | { of: 'number'; number: TypedNumber }

/** A narrative as it is written: text in a few styles, with figures that cannot be typed into. */
export function NarrativeEditor({ label, initial, said, find, say, blocks, onChange }: NarrativeEditorProps) {
  const hint = useId()
  const [asking, setAsking] = useState<Asking | null>(null)
  // what the editor gives back where nothing is changed
  const first = useMemo(() => narrativeOf(docOf(initial)), [initial])
  const [narrative, setNarrative] = useState(first)
  const { says, marks, of, failed } = useSaying(narrative, said, say)

  const open = useCallback((at: number) => setAsking({ of: 'chip', at }), [])
  const told = useRef<ReturnType<typeof useSeek>['told'] | null>(null)
  const { host, view, state } = useNarrativeView(
    initial,
    { 'aria-label': label, 'aria-describedby': hint, 'aria-autocomplete': 'list' },
    { onSeek: seek => told.current?.onSeek(seek), onKey: event => told.current?.onKey(event) ?? false, onOpen: open },
  )
  const seeking = useSeek(view, find, blocks)
  told.current = seeking.told

  const doc = state?.doc
  useEffect(() => {
    if (!doc) return
    const written = narrativeOf(doc)
    setNarrative(before => (JSON.stringify(before) === JSON.stringify(written) ? before : written))
  }, [doc])
  useEffect(() => {
    if (narrative !== first) onChange(narrative)
  }, [narrative, first, onChange])

  const nameOf = useMemo(() => {
    const names = new Map(blocks.map(one => [`${one.block} ${one.of}`, putName(one)]))
    return (data: { block: string; of: string }) => names.get(`${data.block} ${data.of}`) ?? 'Tabel yang tidak ada lagi'
  }, [blocks])
  useEffect(() => {
    const chips = chipView(says, open)
    view?.setProps({ nodeViews: { figure: chips, direction: chips, put: putView(nameOf) } })
  }, [view, says, open, nameOf])
  useEffect(() => {
    if (view) markSeen(view, says, 'new')
  }, [view, says])
  useEffect(() => {
    if (view && of === narrative) setMarks(view, marks)
  }, [view, marks, of, narrative])

  const selected = state?.selection instanceof NodeSelection ? state.selection.node : null
  useEffect(() => {
    const chip = chipOf(selected)
    const known = chip && says.get(chipKey(chip))
    if (!chip || !known) return
    const change = changeOf(chip, known.said)
    announce(`${known.name}: ${known.said}${change ? `, sebelumnya ${change.seen}` : ''}. Enter untuk pengaturannya.`)
  }, [selected, says])

  const close = () => {
    setAsking(null)
    view?.focus()
  }
  return (
    <div className={styles.editor}>
      {view && state && <Tools {...{ view, state, blocks }} onDirection={() => setAsking({ of: 'direction' })} />}
      <p id={hint} className={styles.hint}>
        Ketik @ untuk menyisipkan angka, / pada baris kosong untuk menyisipkan tabel atau grafik.
      </p>
      <div ref={host} className={styles.page} />
      {failed && (
        <p role="status" className={styles.hint}>
          Server tidak menjawab: angka pada naskah ini belum diperiksa lagi sejak perubahan terakhir.
        </p>
      )}
      {seeking.list && <SeekList {...seeking.list} />}
      {view && state && (
        <NarrativeNotes
          view={view}
          state={state}
          says={says}
          numbers={typedNumbersOf(view)}
          onReplace={number => setAsking({ of: 'number', number })}
        />
      )}
      {view && asking?.of === 'chip' && <ChipDrawer {...{ view, says, find }} at={asking.at} onClose={close} />}
      {view && asking?.of === 'direction' && (
        <DirectionDialog
          {...{ find, say }}
          about={figureBefore(view)}
          onClose={close}
          onDone={chip => {
            setAsking(null)
            putChip(view, chip, view.state.selection)
          }}
        />
      )}
      {view && asking?.of === 'number' && (
        <FigureDialog
          title={`Ganti "${asking.number.text}" dengan angka`}
          begin=""
          find={find}
          onClose={close}
          onChoose={figure => {
            setAsking(null)
            putChip(view, chipOfFound(figure), asking.number)
          }}
        />
      )}
    </div>
  )
}
