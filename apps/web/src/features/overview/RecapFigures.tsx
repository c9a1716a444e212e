import type { Kind } from '@sepakat/rules'
import { useState } from 'react'
import { basisWords } from '../../lib/figureText.ts'
import { count } from '../../lib/numbers.ts'
import { Derivation } from '../../ui/Derivation.tsx'
import { FigureToggle } from './FigureToggle.tsx'
import styles from './Recap.module.css'
import { RecapTable } from './RecapTable.tsx'
import { keyOf, linesUnder, otherRuleSets, type RecapData } from './recapLines.ts'
import { recapNames } from './recapNames.ts'
import { Standing } from './Standing.tsx'

/** Each figure of the region with how much it is made from, and below it what it is made from; one press opens how each came about. */
export function RecapFigures({ kind, recap }: { kind: Kind; recap: RecapData }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const onToggle = (key: string) =>
    setOpen(before => new Set(before.has(key) ? [...before].filter(one => one !== key) : [...before, key]))
  const names = recapNames(recap.items, kind, recap.period)
  const rows = kind.consolidate?.of ?? ''
  const others = otherRuleSets(recap)
  return recap.items
    .filter(({ figure }) => figure.row === '')
    .map(head => {
      const isOpen = open.has(keyOf(head))
      const basis = basisWords(head.figure.basis)
      return (
        <div key={keyOf(head)} className={styles.recap}>
          <p className={styles.head}>
            <span>{head.label}</span>
            <FigureToggle item={head} open={isOpen} onToggle={onToggle} />
            {head.figure.band && <strong className={styles.band}>{head.figure.band.label}</strong>}
            <Standing of={recap.standing} />
            {basis && <span className={styles.quiet}>{basis}</span>}
          </p>
          {isOpen && <Derivation figure={head.figure} names={names} />}
          <p>{coverageSentence(recap.rows, rows)}</p>
          {others.length > 0 && (
            <p className={styles.quiet}>
              Rekapitulasi memakai paket aturan {recap.ruleSet}; angka yang dikirim dengan paket aturan{' '}
              {others.join(', ')} dipakai sebagaimana adanya.
            </p>
          )}
          <RecapTable
            caption={`${head.label} menurut urusan dan ${rows}`}
            head={`Urusan dan ${rows}`}
            lines={linesUnder(head, recap.items)}
            {...{ names, open, onToggle }}
          />
        </div>
      )
    })
}

/** `17 dari 29 layanan sudah masuk; 12 di antaranya sudah disetujui.` */
function coverageSentence({ owed, reported, approved }: RecapData['rows'], rows: string): string {
  const some = approved === 0 ? 'belum ada yang disetujui' : `${count(approved)} di antaranya sudah disetujui`
  const said = approved === reported ? 'semuanya sudah disetujui' : some
  return `${count(reported)} dari ${count(owed)} ${rows} sudah masuk; ${said}.`
}
