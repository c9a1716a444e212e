import type { Kind } from '@sepakat/rules'
import { basisWords } from '@sepakat/rules/words/figureText.ts'
import { useEffect, useState } from 'react'
import { FigureStatus } from '#submissions/FigureStatus.tsx'
import { coverageSentence } from './coverageSentence.ts'
import { FigureToggle } from './FigureToggle.tsx'
import { NotUsing } from './NotUsing.tsx'
import styles from './Recap.module.css'
import { RecapDerivation } from './RecapDerivation.tsx'
import { RecapTable } from './RecapTable.tsx'
import { RulesNote } from './RulesNote.tsx'
import { headsOf, keyOf, type RecapData, type RecapItem, recapTable, tablesBeside } from './recapLines.ts'
import { recapNames } from './recapNames.ts'

const unsent =
  'Isian yang terisi dibagi semua isian yang diminta. Perangkat daerah yang belum mengirim ikut dihitung dengan 0 terisi, juga bila konsepnya sudah diisi: yang belum dikirim tidak dihitung.'

/** What was open when a figure was followed: back here it is open again. */
let opened: { at: string; keys: ReadonlySet<string> } = { at: '', keys: new Set() }

/** The figures of the region, or of a branch of it, with their coverage, and below them the rows they are made from; one press shows a derivation. */
export function RecapFigures({ kind, recap, asked }: { kind: Kind; recap: RecapData; asked: string }) {
  const at = `${recap.form} ${recap.period} ${recap.branch?.id ?? ''}`
  const [open, setOpen] = useState<ReadonlySet<string>>(
    new Set([...(opened.at === at ? opened.keys : []), ...(asked === '' ? [] : [`figure:${asked}`])]),
  )
  useFocusOn(asked)
  const onToggle = (key: string) => {
    const keys = new Set(open.has(key) ? [...open].filter(one => one !== key) : [...open, key])
    opened = { at, keys }
    setOpen(keys)
  }
  const names = recapNames(recap, kind, recap.period)
  const how = (item: RecapItem) => <RecapDerivation {...{ item, recap, names }} />
  const { of = '', by = '' } = kind.consolidate ?? {}
  const table = recapTable(recap.items)
  const basis = basisWords(recap.items.find(({ figure }) => figure.basis)?.figure.basis ?? null)
  return (
    <div className={styles.recap}>
      <p className={styles.head}>
        <FigureStatus of={recap.standing} coverage={recap.coverage} />
        <span>{coverageSentence(recap.coverage, of)}</span>
        {basis && <span className={styles.quiet}>{basis}</span>}
      </p>
      <NotUsing offices={recap.notUsing} />
      <RulesNote recap={recap} />
      {headsOf(recap.items).map(head => (
        <div key={keyOf(head)}>
          <p className={styles.head}>
            <span className={styles.what}>{head.label}</span>
            <span className={styles.figure}>
              <FigureToggle item={head} open={open.has(keyOf(head))} onToggle={onToggle} />
            </span>
            <FigureStatus of={head.standing} coverage={head.coverage} />
            {head.figure.code === 'completeness' && <span>{coverageSentence(head.coverage, 'perangkat daerah')}</span>}
            {head.figure.band && <strong className={styles.band}>{head.figure.band.label}</strong>}
          </p>
          {open.has(keyOf(head)) && (
            <>
              {head.figure.code === 'completeness' && <p className={styles.quiet}>{unsent}</p>}
              {how(head)}
            </>
          )}
        </div>
      ))}
      {table.lines.length > 0 && (
        <RecapTable
          caption={`Angka ${recap.branch?.name ?? 'seluruh daerah'} menurut ${by}`}
          head={by.charAt(0).toUpperCase() + by.slice(1)}
          table={table}
          all={recap.coverage}
          {...{ how, open, onToggle }}
        />
      )}
      {tablesBeside(recap.items).map(beside => (
        <RecapTable
          key={beside.columns.join()}
          caption={beside.columns.join(', ')}
          head="Rincian"
          table={beside}
          all={recap.coverage}
          {...{ how, open, onToggle }}
        />
      ))}
    </div>
  )
}

/** The figure that a link led to has the focus, so that it is in view, after the heading of the page, which takes it on navigation. */
function useFocusOn(asked: string): void {
  useEffect(() => {
    if (asked === '') return
    const key = CSS.escape(`figure:${asked}`)
    const soon = setTimeout(() => document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus())
    return () => clearTimeout(soon)
  }, [asked])
}
