import type { CockpitList } from '@sepakat/rules/cockpit/cockpitLists.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { PagedList } from '#sync/problems/PagedList.tsx'
import { announce } from '#ui/announce.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/icons/Icon.tsx'
import { Part } from '#ui/Part.tsx'
import styles from './Cockpit.module.css'
import { CockpitLine } from './CockpitLine.tsx'
import { type CockpitLineData, type CockpitWish, cockpitQuery } from './cockpitQuery.ts'
import { emptyWords, listTitles, totalWords } from './cockpitWords.ts'
import { RegionLines } from './RegionLines.tsx'
import { useKept } from './useKept.ts'
import type { RegionWork } from './useRegionWork.ts'
import { withDone } from './withDone.ts'

/** One list of the cockpit: how many there are, its lines, and more of them. */
export function CockpitPart({
  list,
  wish,
  others = [],
}: {
  list: CockpitList
  wish: CockpitWish
  /** What is in it and of no office. */
  others?: readonly RegionWork[]
}) {
  const query = useInfiniteQuery(cockpitQuery(list, wish))
  const { kept, change } = useKept()
  const total = query.data?.pages[0]?.total
  const [title, explain] = emptyWords[list]

  const shown = (lines: readonly CockpitLineData[]) => (
    <ul className={styles.list} aria-label={listTitles[list]}>
      {withDone(lines, kept).map(({ line, sentence, gone }, at) =>
        gone && sentence !== null && !kept.find(one => one.line.id === line.id)?.open ? (
          <DoneLine key={line.id} sentence={sentence} />
        ) : (
          <CockpitLine
            key={line.id}
            line={line}
            done={sentence}
            gone={gone}
            onOpen={open => change(line, at, { open })}
            onDone={said => {
              change(line, at, { sentence: said })
              announce(said)
            }}
          />
        ),
      )}
    </ul>
  )

  return (
    <Part title={listTitles[list]} note={total ? totalWords(list, total, others.length) : undefined}>
      {others.length > 0 && <RegionLines lines={others} />}
      <PagedList
        of={query}
        rows={3}
        loading={`Memuat: ${listTitles[list].toLowerCase()}…`}
        noun="laporan"
        brief
        empty={kept.length > 0 ? shown([]) : others.length === 0 && <EmptyState title={title}>{explain}</EmptyState>}
      >
        {shown}
      </PagedList>
    </Part>
  )
}

/** What was done, in the place of its line. It has the focus where that went with the line: it was the only one. */
function DoneLine({ sentence }: { sentence: string }) {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
  }, [])
  return (
    <li ref={place} tabIndex={-1} className={styles.done}>
      <Icon name="check-circle" /> {sentence}
    </li>
  )
}
