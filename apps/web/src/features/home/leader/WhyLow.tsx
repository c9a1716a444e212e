import type { PullingPart, Why } from '@sepakat/rules'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { leadsToPath } from '#submissions/leadsToPath.ts'
import { Button } from '#ui/Button.tsx'
import { count, formatNumber } from '#ui/numbers.ts'
import styles from './Leader.module.css'

const first = 5
const two = { decimals: 2 }

/** What pulls a figure down, ranked by how many points each part costs it. */
export function WhyLow({ why }: { why: Why }) {
  const [all, setAll] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  // the pressed button is gone: reading continues at the first of what it showed
  useEffect(() => {
    if (all) list.current?.children[first]?.querySelector('a')?.focus()
  }, [all])
  const shown = all ? why.parts : why.parts.slice(0, first)
  const left = why.parts.length - shown.length
  return (
    <details className={styles.why}>
      <summary>Mengapa rendah</summary>
      <p className={styles.quiet}>
        {why.of}: {formatNumber(why.value, two)} dari {formatNumber(why.full)}. {why.measure}
      </p>
      <ol ref={list} className={styles.parts}>
        {shown.map(part => (
          <Part key={`${part.group} ${part.label}`} part={part} />
        ))}
      </ol>
      {left > 0 && (
        <Button small kind="quiet" onClick={() => setAll(true)}>
          Tampilkan {count(left)} lainnya
        </Button>
      )}
      {left === 0 && why.moreParts > 0 && (
        <p className={styles.quiet}>dan {count(why.moreParts)} lainnya, masing-masing tidak lebih besar dari itu</p>
      )}
      {why.missing > 0 && (
        <p className={styles.quiet}>
          {count(why.missing)} belum masuk dan belum ikut dihitung, jadi tidak ada di sini.
        </p>
      )}
    </details>
  )
}

/** `12,50 dari 30`, with its unit. */
const reached = ({ value, full, unit }: Pick<PullingPart, 'value' | 'full' | 'unit'>): string =>
  `${formatNumber(value, two)} dari ${formatNumber(full)}${unit && ` ${unit}`}`

function Part({ part }: { part: PullingPart }) {
  const { label, group, costs, offices, moreOffices, shares, to } = part
  const names = offices.filter(({ name }) => name !== label).map(({ shortName }) => shortName)
  const owing = `${names.join(', ')}${moreOffices > 0 ? ` dan ${count(moreOffices)} perangkat daerah lain` : ''}`
  return (
    <li>
      <p className={styles.part}>
        <Link to={leadsToPath(to)}>{label}</Link>
        <strong className={styles.costs}>{formatNumber(costs, two)} poin</strong>
      </p>
      <p className={styles.quiet}>{[group, owing, `mencapai ${reached(part)}`].filter(Boolean).join(' · ')}</p>
      {shares.length > 0 && (
        <p className={styles.quiet}>
          Terbanyak dari{' '}
          {shares.slice(0, 3).map((share, n) => (
            <span key={share.office.id}>
              {n > 0 && ', '}
              <Link to={leadsToPath(share.to)}>{share.office.shortName}</Link> ({formatNumber(share.costs, two)})
            </span>
          ))}
          .
        </p>
      )}
    </li>
  )
}
