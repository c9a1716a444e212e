import styles from '#administration/Admin.module.css'
import { TextField } from '#ui/TextField.tsx'
import { type BoundsDraft, boundNames } from './boundsDraft.ts'

const words: Record<keyof BoundsDraft, { label: string; hint: string }> = {
  min: { label: 'Paling kecil', hint: 'Di bawahnya tidak mungkin: laporan tidak dapat dikirim.' },
  max: { label: 'Paling besar', hint: 'Di atasnya tidak mungkin: laporan tidak dapat dikirim.' },
  oddBelow: { label: 'Wajar mulai', hint: 'Di bawahnya pengisi diminta menjelaskan.' },
  oddAbove: { label: 'Wajar sampai', hint: 'Di atasnya pengisi diminta menjelaskan.' },
}

/** The bounds of a row's value, and beyond which it asks for an explanation. */
export function BoundsFields({
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
