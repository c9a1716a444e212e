import type { Derivation as DerivationData, Figure, Input } from '@sepakat/rules'
import type { FormNames } from '@sepakat/rules/names/formNames.ts'
import {
  basisWords,
  formulaWords,
  inputRole,
  shortFormula,
  shownExact,
  whyWords,
} from '@sepakat/rules/words/figureText.ts'
import { Link } from 'react-router'
import { Button } from '#ui/Button.tsx'
import { Facts } from '#ui/Facts.tsx'
import { TechnicalDetails } from '#ui/TechnicalDetails.tsx'
import styles from './Derivation.module.css'
import type { InputLink } from './sourceLink.ts'

/** Labels of a pointer, and of a row. */
export interface DerivationNames extends Pick<FormNames, 'input' | 'rowById' | 'why'> {
  /** A link to an input from another report; null where it cannot be opened. */
  linkTo?: (at: string) => InputLink | null
}

export interface DerivationProps {
  figure: Figure
  names: DerivationNames
  /** Links to the answer an input was taken from, where it is in this form. */
  onGo?: (pointer: string) => void
}

/** The derivation of a figure: enough to compute it again. */
export function Derivation({ figure, names, onGo }: DerivationProps) {
  const { derivation, value, raw } = figure
  const basis = basisWords(figure.basis)
  return (
    <div className={styles.derivation}>
      <p>
        <strong>{formulaWords(derivation)}</strong>
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
                  {derivation.formula === 'count.1' ? 'Termasuk' : 'Bobot'}
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
      <Facts
        facts={{
          Hasil: value === null ? names.why(figure) : shownExact(value),
          'Sebelum dibatasi': raw !== null && raw !== value && shownExact(raw),
          'Batas atas': derivation.cap !== null && shownExact(derivation.cap),
          'Batas bawah': derivation.floor !== null && shownExact(derivation.floor),
          Dasar: basis,
          Kategori: figure.band?.label,
          Pembulatan: 'Hanya pada tampilan; hitungan memakai angka lengkap.',
          'Dasar hukum': derivation.legal,
        }}
      />
      <TechnicalDetails facts={{ 'Aturan penghitungan': derivation.ruleSet }} />
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
  const link = names.linkTo?.(input.at) ?? null
  return (
    <tr>
      <td>
        {onGo && isHere ? (
          <Button kind="quiet" small className={styles.link} onClick={() => onGo(input.at)}>
            {label}
          </Button>
        ) : (
          <Named link={link} label={label} />
        )}
        {role && !label.toLowerCase().includes(role) && <span className={styles.role}> ({role})</span>}
        {link?.words && (
          <Link className={styles.from} to={link.to}>
            {link.words}
          </Link>
        )}
      </td>
      <td className={styles.num}>{valueWords(input)}</td>
      {derivation.inputs.some(one => one.weight) && <td className={styles.num}>{weightWords(input, derivation)}</td>}
    </tr>
  )
}

const Named = ({ link, label }: { link: InputLink | null; label: string }) =>
  link && !link.words ? <Link to={link.to}>{label}</Link> : label

/** A value in place of one that is not there says in place of what: what was not sent counts as not filled in, what is nil as a rule says. */
function valueWords({ value, state }: Input): string {
  if (value === null) return whyWords(state ?? null)
  if (state === undefined) return shownExact(value)
  return `${shownExact(value)} (${state === 'empty' ? 'belum dikirim' : whyWords(state)})`
}

/** What an input weighs; where inputs are counted, whether it is one of them. */
function weightWords({ weight }: Input, { formula }: DerivationData): string {
  if (weight === undefined) return ''
  if (formula !== 'count.1') return shownExact(weight)
  return weight === '0' ? 'tidak' : 'ya'
}

function numbersOf(derivation: DerivationData): string | null {
  const numbers = shortFormula(derivation)
  return numbers === null ? null : `: ${numbers}`
}

/** An excluded input is named by its row, not by the figure or the cell that would have counted. */
function leftName(at: string, names: DerivationNames): string {
  const row = /^figure:[^/]*\/(.+)$/.exec(at)?.[1]
  return (row !== undefined && names.rowById(row)?.label) || names.input(at.replace(/\/state$/, ''))
}
