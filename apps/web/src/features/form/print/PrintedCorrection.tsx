import {
  correctedWords,
  correctionTitle,
  correctionWords,
  type ToldCorrected,
  type ToldCorrection,
} from '@sepakat/rules/names/correctionWords.ts'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import { useDates } from '#sync/session/me.tsx'
import styles from './Print.module.css'

export interface Correction {
  about: ToldCorrection
  cells: readonly ToldCorrected[]
}

/** Why an approved report was reopened, and both values of everything changed since. */
export function PrintedCorrection({
  correction: { about, cells },
  names,
}: {
  correction: Correction
  names: FormNames
}) {
  const dates = useDates()
  return (
    <section className={styles.section}>
      <h2>{correctionTitle}</h2>
      <p>{correctionWords(about, names.anchor, dates.long)}</p>
      {cells.length > 0 && (
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">Isian</th>
              <th scope="col">Semula</th>
              <th scope="col">Menjadi</th>
              <th scope="col">Oleh</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(cell => {
              const { where, was, is } = correctedWords(cell, names)
              return (
                <tr key={cell.at}>
                  <th scope="row">{where}</th>
                  <td>{was}</td>
                  <td>{is}</td>
                  <td>
                    {cell.by.name}, {dates.short(cell.changedAt)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}
