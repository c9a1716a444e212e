import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useMe } from '#sync/session/me.tsx'
import { readDraftText } from '#sync/vault/draftTexts.ts'
import { cx } from '#ui/cx.ts'
import { Icon, type IconName } from '#ui/icons/Icon.tsx'
import { count } from '#ui/numbers.ts'
import { paths } from '#ui/paths.ts'
import styles from './Editions.module.css'
import type { Edition, EditionSectionLine } from './queries.ts'
import { unsentPlace } from './useSectionWriter.ts'

/** The sections of which this device has a text that the server does not: left offline, or when the page was closed. */
function useUnsentSections({ id, chapters, may }: Edition): ReadonlySet<string> {
  const { person } = useMe()
  const [unsent, setUnsent] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let here = true
    const all = may.write ? chapters.flatMap(({ sections }) => sections.map(section => section.id)) : []
    void Promise.all(
      all.map(async section => ((await readDraftText(person.id, unsentPlace(id, section))) ? section : null)),
    ).then(found => {
      if (here) setUnsent(new Set(found.filter(section => section !== null)))
    })
    return () => {
      here = false
    }
  }, [person.id, id, chapters, may.write])
  return unsent
}

interface SectionState {
  words: string
  icon: IconName
  look?: 'warn' | 'good'
}

/** What the state of a section's text is; what the writer has to look at goes first. */
function sectionState({ words, moved, marks, carried, optional, has }: EditionSectionLine): SectionState {
  if (moved > 0) return { words: `${count(moved)} angka berubah`, icon: 'alert', look: 'warn' }
  if (marks > 0) return { words: `${count(marks)} angka diketik tanpa sumber`, icon: 'alert', look: 'warn' }
  if (words === 0 && has.length > 0) return { words: 'hanya tabel', icon: 'circle' }
  if (words === 0) return { words: optional ? 'boleh kosong' : 'kosong', icon: 'circle' }
  if (carried) return { words: 'diteruskan, belum dibaca lagi', icon: 'history' }
  return { words: 'ditulis', icon: 'check', look: 'good' }
}

const unsentState: SectionState = { words: 'belum terkirim dari perangkat ini', icon: 'alert', look: 'warn' }

/** The chapters and sections of an edition, each with its state; `current`: the section that is open. */
export function Chapters({ edition, current }: { edition: Edition; current?: string }) {
  const { id, chapters } = edition
  const unsent = useUnsentSections(edition)
  return (
    <ol className={styles.chapters}>
      {chapters.map(chapter => (
        <li key={chapter.id}>
          <p className={styles.chapter}>
            {chapter.number} {chapter.title}
          </p>
          <ol className={styles.sections}>
            {chapter.sections
              .filter(section => !section.hidden)
              .map(section => {
                const isUnsent = unsent.has(section.id) && section.id !== current
                const { words, icon, look } = isUnsent ? unsentState : sectionState(section)
                return (
                  <li key={section.id}>
                    <Link
                      to={paths.editionSection(id, section.id)}
                      className={styles.section}
                      aria-current={section.id === current ? 'page' : undefined}
                    >
                      <span>
                        {section.number} {section.title}
                      </span>
                      <span className={cx(styles.state, look && styles[look])}>
                        <Icon name={icon} size={14} />
                        {words}
                      </span>
                    </Link>
                  </li>
                )
              })}
          </ol>
        </li>
      ))}
    </ol>
  )
}
