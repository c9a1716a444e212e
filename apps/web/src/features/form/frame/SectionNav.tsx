import type { Finding, Section } from '@sepakat/rules'
import { groupBy } from '@sepakat/rules/grouping/groupBy.ts'
import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { type Counts, countsOf } from '#sheet/answers/evaluated.ts'
import { cx } from '#ui/cx.ts'
import { Icon } from '#ui/icons/Icon.tsx'
import { count } from '#ui/numbers.ts'
import { useEvaluated, useForm, useSections, useView } from '../FormContext.ts'
import type { RowPath } from '../model/rowPaths.ts'
import type { Filter } from '../model/viewStore.ts'
import { Find } from './Find.tsx'
import styles from './SectionNav.module.css'
import { useFilter } from './useFilter.ts'
import { useGoSection } from './useGoSection.ts'

const filters: { id: Filter; label: string }[] = [
  { id: 'all', label: 'Semua' },
  { id: 'empty', label: 'Hanya yang kosong' },
  { id: 'wrong', label: 'Hanya yang salah' },
]

/** The sections of the form with their progress and errors; with filter and search. */
export function SectionNav({ onGo }: { onGo?: () => void }) {
  const sections = useSections()
  return (
    <div className={styles.nav}>
      <Find {...(onGo && { onGo })} />
      <FilterChoice />
      <nav aria-label="Bagian formulir">
        {grouped(sections).map(({ group, own }) => (
          <div key={group ?? own[0]?.id} className={styles.group}>
            {group && <p className={styles.groupName}>{group}</p>}
            <ol className={styles.list}>
              {own.map(section => (
                <li key={section.id}>
                  <SectionLink section={section} {...(onGo && { onGo })} />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </nav>
    </div>
  )
}

function FilterChoice() {
  const [filter, setFilter] = useFilter()
  return (
    <fieldset className={styles.filter}>
      <legend className="visually-hidden">Baris yang ditampilkan</legend>
      {filters.map(({ id, label }) => (
        <label key={id} className={styles.choice}>
          <input type="radio" name="baris" checked={filter === id} onChange={() => setFilter(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function SectionLink({ section, onGo }: { section: Section; onGo?: () => void }) {
  const { paths } = useForm()
  const current = useView('section') === section.id
  const goSection = useGoSection()
  const { progress, findings } = useEvaluated()
  const { filled, all } = progress[section.id] ?? { filled: 0, all: 0 }
  const counts = sectionCounts(findings, paths()).get(section.id)
  // a filled section with errors is not complete
  const isComplete = all > 0 && filled === all && !counts?.wrong && !counts?.explain
  return (
    <button
      type="button"
      className={cx(styles.link, current && styles.current)}
      aria-current={current ? 'true' : undefined}
      onClick={() => {
        goSection(section.id)
        onGo?.()
      }}
    >
      <span className={styles.name}>{section.title}</span>
      <span className={styles.marks}>
        {isComplete ? (
          <span className={styles.done}>
            <Icon name="check" size={14} /> lengkap
          </span>
        ) : (
          all > 0 && (
            <span>
              {count(filled)}/{count(all)} <span className="visually-hidden">terisi penuh</span>
            </span>
          )
        )}
        {counts && counts.wrong > 0 && (
          <span className={styles.wrong}>
            <Icon name="cross-circle" size={14} /> {counts.wrong} salah
          </span>
        )}
        {counts && counts.explain > 0 && (
          <span className={styles.explain}>
            <Icon name="alert" size={14} /> {counts.explain} perlu penjelasan
          </span>
        )}
      </span>
    </button>
  )
}

function grouped(sections: readonly Section[]): { group: string | null; own: Section[] }[] {
  const groups: { group: string | null; own: Section[] }[] = []
  for (const section of sections) {
    const last = groups.at(-1)
    if (last && last.group === section.group) last.own.push(section)
    else groups.push({ group: section.group, own: [section] })
  }
  return groups
}

const known = new WeakMap<readonly Finding[], Map<string, Counts>>()

/** The section of an anchor; null where it has none any more. */
function sectionOfAnchor(anchor: string, paths: Map<string, RowPath>): string | null {
  return paths.get(rowAnchorOf(anchor) ?? '')?.section ?? null
}

/** What is wrong, odd or missing, by section. Counted once per evaluation. */
function sectionCounts(findings: readonly Finding[], paths: Map<string, RowPath>): Map<string, Counts> {
  const counted = known.get(findings)
  if (counted) return counted
  const bySection = groupBy(findings, finding => sectionOfAnchor(finding.at, paths))
  const counts = new Map(
    [...bySection].flatMap(([section, own]) => (section === null ? [] : [[section, countsOf(own)]])),
  )
  known.set(findings, counts)
  return counts
}
