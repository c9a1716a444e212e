import type { DirectionPiece, FigurePiece } from '@sepakat/rules/editions/Narrative.ts'
import type { EditorView } from 'prosemirror-view'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Facts } from '#ui/Facts.tsx'
import { Drawer } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { changeChip, chipOfFound, markSeen } from './editing.ts'
import { FigureSearch } from './FigureSearch.tsx'
import { coverageWords, directionChoices } from './figureWords.ts'
import styles from './Narrative.module.css'
import { chipOf } from './placesIn.ts'
import { type Chip, changeOf, chipKey, type Says } from './Says.ts'
import type { Find } from './useFound.ts'

const decimals = ['0', '1', '2', '3', '4'].map(value => ({ value, label: value }))
const scales = [
  { value: 'thousand', label: 'Ribu' },
  { value: 'million', label: 'Juta' },
  { value: 'billion', label: 'Miliar' },
  { value: 'trillion', label: 'Triliun' },
]
/** What a chip is and how it is written. */
export function ChipDrawer({
  view,
  at,
  says,
  find,
  onClose,
}: {
  view: EditorView
  at: number
  says: Says
  find: Find
  onClose: () => void
}) {
  const [replacing, setReplacing] = useState(false)
  const chip = chipOf(view.state.doc.nodeAt(at))
  if (!chip) return null
  const known = says.get(chipKey(chip))
  const change = changeOf(chip, known?.said)
  // how it is written is its own; what it says then is seen as it is chosen
  const set = (next: Chip) => changeChip(view, at, { ...next, seen: undefined })
  return (
    <Drawer
      open
      onClose={onClose}
      title={known?.name ?? 'Angka'}
      foot={
        <Button kind="primary" onClick={onClose}>
          Selesai
        </Button>
      }
    >
      <div className={styles.fields}>
        {change && (
          <Callout
            tone="warn"
            title={`${change.seen} → ${change.now}`}
            actions={
              <Button small icon="check" onClick={() => markSeen(view, says, at)}>
                Sudah dilihat
              </Button>
            }
          >
            Angka ini berubah sejak terakhir dilihat.
          </Callout>
        )}
        <Facts
          facts={{
            'Tertulis dalam kalimat': known?.said ?? 'Sedang ditanyakan…',
            Kelengkapan: known && (coverageWords(known) ?? (known.coverage ? 'Semua sudah disetujui' : null)),
          }}
        />
        {replacing ? (
          <FigureSearch
            label="Ganti dengan"
            find={find}
            onChoose={figure => {
              setReplacing(false)
              changeChip(view, at, chip.piece === 'figure' ? chipOfFound(figure) : { ...chip, of: figure.ref })
            }}
          />
        ) : (
          <>
            {chip.piece === 'figure' ? (
              <FigureFields chip={chip} onChange={set} />
            ) : (
              <SelectField
                label="Kata arah"
                hint="Yang ditulis mengikuti datanya."
                options={directionChoices}
                value={chip.words}
                onChange={words => set({ ...chip, words: words as DirectionPiece['words'] })}
              />
            )}
            <div className={styles.actions}>
              {chip.piece === 'figure' && <Button onClick={() => setReplacing(true)}>Ganti dengan angka lain…</Button>}
              <Button
                kind="danger"
                icon="trash"
                onClick={() => {
                  changeChip(view, at, null)
                  onClose()
                }}
              >
                Hapus dari kalimat
              </Button>
            </div>
            <p>
              <Link to={paths.figure(chip.of)} target="_blank">
                Lihat asal dan cara menghitungnya (tab baru)
              </Link>
            </p>
          </>
        )}
      </div>
    </Drawer>
  )
}

function FigureFields({ chip, onChange }: { chip: FigurePiece; onChange: (chip: FigurePiece) => void }) {
  return (
    <>
      <SelectField
        label="Angka di belakang koma"
        none="Seperti biasanya"
        options={decimals}
        value={chip.decimals === undefined ? '' : String(chip.decimals)}
        onChange={value => onChange({ ...chip, decimals: value === '' ? undefined : Number(value) })}
      />
      <SelectField
        label="Ditulis dalam"
        none="Angka lengkap"
        options={scales}
        value={chip.scale ?? ''}
        onChange={value => onChange({ ...chip, scale: (value || undefined) as FigurePiece['scale'] })}
      />
      <Checkbox
        label="Tanpa satuan"
        hint="Bila satuannya sudah ditulis dalam kalimat."
        checked={chip.bare === true}
        onChange={event => onChange({ ...chip, bare: event.target.checked || undefined })}
      />
    </>
  )
}
