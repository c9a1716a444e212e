import type { Derivation as DerivationData, Figure, Input } from '@sepakat/rules'
import { basisWords, formulaWords, inputRole, shortFormula, shownExact, whyWords } from '../lib/figureText.ts'
import type { FormNames } from '../lib/formNames.ts'
import { Button } from './Button.tsx'
import styles from './Derivation.module.css'

/** What people call a place, and a row. */
export type DerivationNames = Pick<FormNames, 'input' | 'rowById'>

export interface DerivationProps {
  figure: Figure
  names: DerivationNames
  /** Leads to the answer an input was taken from, where it is one of this form. */
  onGo?: (pointer: string) => void
}

/** How a figure came about: from this alone it can be computed again. */
export function Derivation({ figure, names, onGo }: DerivationProps) {
  const { derivation, value, raw, why } = figure
  const basis = basisWords(figure.basis)
  return (
    <div className={styles.derivation}>
      <p>
        <strong>{formulaWords(derivation.formula)}</strong>
        {numbersOf(derivation)}
      </p>
      {derivation.inputs.length > 0 && (
        <table className={styles.inputs}>
          <caption className="visually-hidden">Dihitung dari</caption>
          <thead>
            <tr>
              <th scope="col">Dari</th>
              <th scope="col" className={styles.num}>
                Nilai
              </th>
              {derivation.inputs.some(input => input.weight) && (
                <th scope="col" className={styles.num}>
                  Bobot
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {derivation.inputs.map(input => (
              <InputRow key={`${input.name} ${input.at}`} {...{ input, derivation, names, onGo }} />
            ))}
          </tbody>
        </table>
      )}
      <dl className={styles.facts}>
        <Fact name="Hasil" said={value === null ? whyWords(why) : shownExact(value)} />
        {raw !== null && raw !== value && <Fact name="Sebelum dibatasi" said={shownExact(raw)} />}
        {derivation.cap !== null && <Fact name="Batas atas" said={shownExact(derivation.cap)} />}
        {derivation.floor !== null && <Fact name="Batas bawah" said={shownExact(derivation.floor)} />}
        {basis && <Fact name="Dasar" said={basis} />}
        {figure.band && <Fact name="Kategori" said={figure.band.label} />}
        <Fact name="Pembulatan" said="Hanya pada tampilan; hitungan memakai angka lengkap." />
        <Fact name="Paket aturan" said={derivation.ruleSet} />
        {derivation.legal && <Fact name="Dasar hukum" said={derivation.legal} />}
      </dl>
      {derivation.left.length > 0 && (
        <div>
          <p>
            <strong>Dihitung dari yang belum lengkap.</strong> Tidak ikut dihitung:
          </p>
          <ul>
            {derivation.left.map(({ at, why: reason }) => (
              <li key={at}>
                {leftName(at, names)} ({whyWords(reason)})
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function InputRow({
  input,
  derivation,
  names,
  onGo,
}: { input: Input; derivation: DerivationData } & Pick<DerivationProps, 'names' | 'onGo'>) {
  const role = inputRole(input.name)
  const label = names.input(input.at)
  const isHere = input.at.startsWith('/')
  return (
    <tr>
      <td>
        {onGo && isHere ? (
          <Button kind="quiet" small className={styles.link} onClick={() => onGo(input.at)}>
            {label}
          </Button>
        ) : (
          label
        )}
        {role && <span className={styles.role}> ({role})</span>}
      </td>
      <td className={styles.num}>{input.value === null ? whyWords(input.state ?? null) : shownExact(input.value)}</td>
      {derivation.inputs.some(one => one.weight) && (
        <td className={styles.num}>{input.weight ? shownExact(input.weight) : ''}</td>
      )}
    </tr>
  )
}

function Fact({ name, said }: { name: string; said: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{said}</dd>
    </>
  )
}

function numbersOf(derivation: DerivationData): string | null {
  const numbers = shortFormula(derivation)
  return numbers === null ? null : `: ${numbers}`
}

/** What was left out is named by its row, not by the figure or the cell that would have counted. */
function leftName(at: string, names: DerivationNames): string {
  const row = /^figure:[^/]*\/(.+)$/.exec(at)?.[1]
  return (row !== undefined && names.rowById(row)?.label) || names.input(at.replace(/\/state$/, ''))
}
