import type { Answers, Block, Kind } from '@sepakat/rules'
import { itemLabel } from '@sepakat/rules/form/itemLabel.ts'
import { textOf } from '@sepakat/rules/words/textOf.ts'
import { useEffect, useId, useState } from 'react'
import { useKeys } from '#ui/keys.ts'
import { useForm, useSections, useView } from '../FormContext.ts'
import type { RowPath } from '../model/rowPaths.ts'
import { allDrawn } from '../rows/drawn/useVirtualRows.ts'
import styles from './Find.module.css'

interface Found {
  key: string
  label: string
  where: string
}

const most = 30
const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')

/** Rows whose labels, code or answers contain every word of the text, in the order of the form. */
function findRows(text: string, paths: Map<string, RowPath>, kind: Kind, answers: Answers): Found[] {
  const words = plain(text).split(/\s+/).filter(Boolean)
  const found: Found[] = []
  for (const [key, { row, block, above }] of paths) {
    if (!row) continue
    const cells = Object.values(answers[row.table]?.[row.id] ?? {})
    const said = cells.map(textOf)
    const hay = plain([row.code ?? '', row.label, ...said].join(' '))
    if (!words.every(word => hay.includes(word))) continue
    const parent = above.at(-1)
    const where = [parent ? paths.get(parent)?.row?.label : null, kind.tables[row.table]?.title ?? block.title]
    found.push({ key, label: nameOf(key, row.label, kind, answers), where: where.filter(Boolean).join(' · ') })
    if (found.length === most) break
  }
  return found
}

function nameOf(key: string, label: string, kind: Kind, answers: Answers): string {
  const [, table = '', row = ''] = key.split('/')
  const spec = kind.tables[table]
  return (spec?.rows.from === 'items' && itemLabel(spec, field => answers[table]?.[row]?.[field])) || label
}

/** Finds rows of the whole form by label, code or answers, also those not rendered now. */
export function Find({ onGo }: { onGo?: () => void }) {
  const { store, paths, go, kind } = useForm()
  const id = useId()
  const [text, setText] = useState('')
  const found: Found[] = text.trim().length < 2 ? [] : findRows(text, paths(), kind, store.cells.answers())
  useKeys([
    {
      keys: '/',
      label: 'Cari baris di formulir ini',
      run: () => document.getElementById(id)?.focus(),
    },
  ])
  useBrowserFind(id)
  const visit = (key: string) => {
    setText('')
    onGo?.()
    go(key)
  }
  return (
    <form
      className={styles.find}
      onSubmit={event => {
        event.preventDefault()
        const [first] = found
        if (first) visit(first.key)
      }}
    >
      <label htmlFor={id} className={styles.label}>
        Cari di formulir
      </label>
      <input
        id={id}
        type="search"
        className={styles.input}
        value={text}
        autoComplete="off"
        aria-describedby={`${id}-found`}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && setText('')}
      />
      <div id={`${id}-found`} role="status">
        {text.trim().length >= 2 && found.length === 0 && <p className={styles.none}>Tidak ada baris yang cocok.</p>}
        {found.length > 0 && <p className="visually-hidden">{found.length} baris cocok</p>}
      </div>
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map(({ key, label, where }) => (
            <li key={key}>
              <button type="button" className={styles.hit} onClick={() => visit(key)}>
                <span>{label}</span>
                <span className={styles.where}>{where}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}

/**
 * A long table renders only the rows near the screen, so the browser's own search would miss the others: its shortcut opens
 * this search first, and from here the browser's.
 */
function useBrowserFind(id: string): void {
  const section = useView('section')
  const long = useSections()
    .find(one => one.id === section)
    ?.blocks.some(isLong)
  useEffect(() => {
    if (!long) return
    const take = (event: KeyboardEvent) => {
      const own = document.getElementById(id)
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || document.activeElement === own) return
      if (!own?.checkVisibility?.()) return
      event.preventDefault()
      own.focus()
    }
    addEventListener('keydown', take)
    return () => removeEventListener('keydown', take)
  }, [id, long])
}

const isLong = (block: Block): boolean => block.rows.length > allDrawn || countOf(block) > allDrawn
/** Of a table over levels all of them may be lines of one. */
const countOf = ({ rows }: Block): number =>
  rows.reduce((count, { blocks }) => blocks.reduce((own, block) => own + countOf(block), count + 1), 0)
