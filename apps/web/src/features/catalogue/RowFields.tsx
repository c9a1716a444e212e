import type { Confidence } from '@sepakat/rules/types/Catalogue.ts'
import type { ReactNode } from 'react'
import styles from '#administration/Admin.module.css'
import { RadioGroup } from '#ui/ChoiceGroup.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { type BoundsDraft, boundNames } from './boundsDraft.ts'
import { confidenceChoices, confidenceWords, directionWords, measureWords } from './catalogueWords.ts'
import type { CorrectionDraft } from './correctionDraft.ts'

interface RowFieldsProps {
  draft: CorrectionDraft
  onChange: (draft: CorrectionDraft) => void
  errorAt: (field: string) => string | undefined
  /** Whether its numbers are either cumulative or a position. */
  measured: boolean
  /** The attributes that its part of the form requires. */
  children?: ReactNode
}

/** The fields of a row's change that a page with these and FormulaFields shows. */
export const rowFields = [
  ...['label', 'help', 'legal', 'warning', 'source', 'note', 'code', 'unit', 'direction', 'measure', 'confidence'],
  ...['bounds', 'formula.kind', 'formula.factor', 'formula.inputs'],
]

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** Label, counting and confidence of a row. */
export function RowFields({ draft, onChange, errorAt, measured, children }: RowFieldsProps) {
  const set = (more: Partial<CorrectionDraft>) => onChange({ ...draft, ...more })
  const area = (
    field: 'label' | 'help' | 'legal' | 'warning' | 'source' | 'note',
    label: string,
    max: number,
    hint?: string,
  ) => (
    <TextArea
      label={label}
      hint={hint}
      optional={field !== 'label'}
      rows={field === 'label' ? 2 : 3}
      value={draft[field]}
      maxLength={max}
      onChange={event => set({ [field]: event.target.value })}
      error={errorAt(`change.${field}`)}
    />
  )
  return (
    <>
      {area('label', 'Bunyi', 600)}
      <div className={styles.fields}>
        <TextField
          label="Kode"
          optional
          hint="Hanya untuk dicetak; nomor tetapnya tidak berubah."
          value={draft.code}
          maxLength={40}
          onChange={event => set({ code: event.target.value })}
          error={errorAt('change.code')}
        />
        <TextField
          label="Satuan"
          optional
          value={draft.unit}
          maxLength={60}
          onChange={event => set({ unit: event.target.value })}
          error={errorAt('change.unit')}
        />
      </div>
      <SelectField
        label="Arah"
        none="Tidak berarah"
        value={draft.direction}
        onChange={direction => set({ direction: direction as CorrectionDraft['direction'] })}
        options={choices(directionWords)}
        error={errorAt('change.direction')}
      />
      {measured && (
        <RadioGroup
          label="Sifat angka"
          value={draft.measure}
          onChange={measure => set({ measure })}
          options={choices(measureWords)}
          error={errorAt('change.measure')}
        />
      )}
      {children}
      <BoundsFields bounds={draft.bounds} onChange={bounds => set({ bounds })} errorAt={errorAt} />
      <div className={styles.group}>
        <h2>Penjelasan</h2>
        {area('help', 'Penjelasan untuk pengisi', 2000)}
        {area('warning', 'Peringatan untuk pengisi', 400)}
        {area('legal', 'Dasar hukum', 400)}
      </div>
      <div className={styles.group}>
        <h2>Pencocokan dengan peraturan</h2>
        <SelectField
          label="Bunyi baris ini"
          hint={confidenceWords[draft.confidence].about}
          value={draft.confidence}
          onChange={confidence => set({ confidence: confidence as Confidence })}
          options={confidenceChoices}
          error={errorAt('change.confidence')}
        />
        {area('source', 'Sumber', 2000, 'Peraturan dan halamannya, atau alamat tempat membacanya.')}
        {area('note', 'Catatan', 2000)}
      </div>
    </>
  )
}

const words: Record<keyof BoundsDraft, { label: string; hint: string }> = {
  min: { label: 'Paling kecil', hint: 'Di bawahnya tidak mungkin: laporan tidak dapat dikirim.' },
  max: { label: 'Paling besar', hint: 'Di atasnya tidak mungkin: laporan tidak dapat dikirim.' },
  oddBelow: { label: 'Wajar mulai', hint: 'Di bawahnya pengisi diminta menjelaskan.' },
  oddAbove: { label: 'Wajar sampai', hint: 'Di atasnya pengisi diminta menjelaskan.' },
}

/** The bounds of a row's value, and beyond which it asks for an explanation. */
function BoundsFields({
  bounds,
  onChange,
  errorAt,
}: {
  bounds: BoundsDraft
  onChange: (bounds: BoundsDraft) => void
  errorAt: (field: string) => string | undefined
}) {
  const whole = errorAt('change.bounds')
  return (
    <div className={styles.group}>
      <h2>Batas nilai</h2>
      <div className={styles.fields}>
        {boundNames.map((name, n) => (
          <TextField
            key={name}
            optional
            inputMode="decimal"
            label={words[name].label}
            hint={words[name].hint}
            value={bounds[name]}
            maxLength={30}
            onChange={event => onChange({ ...bounds, [name]: event.target.value })}
            error={errorAt(`change.bounds.${name}`) ?? (n === 0 ? whole : undefined)}
          />
        ))}
      </div>
    </div>
  )
}
