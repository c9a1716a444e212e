import { useEffect, useMemo, useRef } from 'react'
import { cx } from '#ui/cx.ts'
import { Icon, type IconName } from '#ui/icons/Icon.tsx'
import { count } from '#ui/numbers.ts'
import { type Marks, type SectionMarks, sectionMarks } from '../model/marks.ts'
import { useHand, useReview } from '../ReviewContext.ts'
import { sectionElementId } from '../sheet/SheetView.tsx'
import styles from './Index.module.css'

/** The sections of the report with what to look at in each; of the current section, the rows to look at. */
export function ReviewIndex({ onGone }: { onGone?: () => void }) {
  const { submission, sheet, ticked, notes, go } = useReview()
  const hand = useHand()
  const judged = submission.moves.some(({ move }) => move === 'claim' || move === 'approve')
  const marks = useMemo(() => sectionMarks(sheet, judged ? ticked : null, notes), [sheet, judged, ticked, notes])
  const sections = sheet.body.sections
  const current = (hand && sheet.byAnchor.get(hand)?.section) || sections[0]?.id

  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    if (hand !== null) keepInSight(list.current)
  }, [hand])

  function goToSection(id: string): void {
    onGone?.()
    const first = sheet.rows.find(row => row.section === id && row.row !== null)
    if (first) go(first.anchor)
    else document.getElementById(sectionElementId(id))?.scrollIntoView()
  }

  return (
    <nav ref={list} aria-label="Isi laporan" className={styles.index}>
      <ol>
        {sections.map((section, at) => {
          const own = marks.get(section.id)
          const isCurrent = section.id === current
          const rows = isCurrent ? (own?.rows ?? []) : []
          return (
            <li key={section.id}>
              {section.group && section.group !== sections[at - 1]?.group && (
                <span className={styles.group}>{section.group}</span>
              )}
              <button
                type="button"
                className={cx(styles.section, isCurrent && styles.current)}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => goToSection(section.id)}
              >
                <span>{section.title}</span>
                {own && <SectionWords marks={own} />}
              </button>
              {rows.length > 0 && (
                <ul>
                  {rows.map(({ row, marks: rowMarks }) => (
                    <li key={row.anchor}>
                      <button
                        type="button"
                        className={cx(styles.row, row.anchor === hand && styles.current)}
                        onClick={() => {
                          onGone?.()
                          go(row.anchor)
                        }}
                      >
                        <span>{shortened(row.label)}</span>
                        <MarkWords marks={rowMarks} />
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** Scrolls the index, and nothing else, until the current entry is visible. */
function keepInSight(list: HTMLElement | null): void {
  const box = list?.parentElement
  const current = list?.querySelector(`ul .${styles.current}`) ?? list?.querySelector(`.${styles.current}`)
  if (!box || !current) return
  const [outer, inner] = [box.getBoundingClientRect(), current.getBoundingClientRect()]
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
}

const longest = 90
/** Rows that users add may be named by a whole narrative; here it only has to be recognised. */
const shortened = (label: string): string => (label.length > longest ? `${label.slice(0, longest).trimEnd()}…` : label)

function SectionWords({ marks }: { marks: SectionMarks }) {
  const said: [IconName, number, string][] = [
    ['compare', marks.changed, 'berubah'],
    ['circle', marks.unticked, 'nihil belum disetujui'],
    ['note', marks.notes, 'catatan'],
    ['alert', marks.findings, 'temuan'],
  ]
  const shown = said.filter(([, n]) => n > 0)
  if (shown.length === 0) return null
  return (
    <span className={styles.marks}>
      {shown.map(([icon, n, word]) => (
        <span key={word}>
          <Icon name={icon} size={13} /> {count(n)} {word}
        </span>
      ))}
    </span>
  )
}

function MarkWords({ marks: { changed, unticked, notes, findings } }: { marks: Marks }) {
  const said = [
    changed && 'berubah',
    unticked && 'nihil belum disetujui',
    notes > 0 && `${count(notes)} catatan`,
    findings > 0 && `${count(findings)} temuan`,
  ]
  return <small>{said.filter(Boolean).join(' · ')}</small>
}
