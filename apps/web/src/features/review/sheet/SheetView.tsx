import type { Figure, FrozenSection } from '@sepakat/rules'
import { groupFigures } from '@sepakat/rules/sheet/outline.ts'
import { useEffect, useMemo, useRef } from 'react'
import { FigureView } from '#sheet/FigureView.tsx'
import { ReadFormContext } from '#sheet/ReadFormContext.ts'
import { SheetBlocks } from '#sheet/SheetBlocks.tsx'
import { filledWords } from '#submissions/reportName.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { onlyChanged } from '../model/onlyChanged.ts'
import { useReview } from '../ReviewContext.ts'
import { Findings } from './RowTags.tsx'
import { reviewSlots } from './reviewSlots.tsx'
import styles from './Sheet.module.css'
import { TakeOver } from './TakeOver.tsx'

/** The answers of one revision, section by section. The clicked or focused row becomes the current one. */
export function SheetView() {
  const { sheet, hand, changedOnly } = useReview()
  const box = useRef<HTMLDivElement>(null)
  const sections = useMemo(
    () => (changedOnly ? onlyChanged(sheet.body.sections, sheet.changes) : sheet.body.sections),
    [sheet, changedOnly],
  )

  useEffect(() => {
    const element = box.current
    function take(event: Event): void {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
      if (row?.dataset.row) hand.set(row.dataset.row)
    }
    element?.addEventListener('click', take)
    element?.addEventListener('focusin', take)
    return () => {
      element?.removeEventListener('click', take)
      element?.removeEventListener('focusin', take)
    }
  }, [hand])

  return (
    <ReadFormContext value={sheet.read}>
      <div ref={box} className={styles.sheet}>
        {!changedOnly && <Whole />}
        {sections.map(section => (
          <SectionView key={section.id} section={section} />
        ))}
        {sections.length === 0 && (
          <EmptyState title={`Tidak ada isian yang berubah sejak kiriman ke-${sheet.base}`}>
            Catatan mungkin dijawab tanpa mengubah isian. Matikan “Hanya yang berubah” untuk melihat semuanya.
          </EmptyState>
        )}
      </div>
    </ReadFormContext>
  )
}

/** Figures and findings of the report as a whole. Figures without a row here are what the region adds up. */
function Whole() {
  const { sheet } = useReview()
  const figures = sheet.read.figuresOf('')
  return (
    <>
      <Figures figures={figures} />
      <TakeOver sections={sheet.body.sections} of="seluruh laporan" />
      <Findings anchor="" />
    </>
  )
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  const { sheet, explain } = useReview()
  if (figures.length === 0) return null
  return (
    <dl className={styles.whole}>
      {figures.map(figure => (
        <div key={`${figure.code} ${figure.row}`}>
          <dt>{sheet.read.names.figureLabel(figure.code)}</dt>
          <dd>
            <FigureView figure={figure} onExplain={explain} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export const sectionElementId = (id: string): string => `bagian:${id}`

function SectionView({ section }: { section: FrozenSection }) {
  const { sheet } = useReview()
  const filled = sheet.body.figures.find(figure => figure.code === 'completeness' && figure.row === section.id)
  return (
    <section className={styles.section} aria-labelledby={sectionElementId(section.id)}>
      <header className={styles.sectionHead}>
        {section.group && <p className={styles.group}>{section.group}</p>}
        <h2 id={sectionElementId(section.id)} tabIndex={-1}>
          {section.title}
        </h2>
        {filled && <small>{filledWords({ filled: Number(filled.numerator), all: Number(filled.denominator) })}</small>}
      </header>
      <Figures figures={groupFigures(section, sheet.read.figuresOf)} />
      <TakeOver sections={[section]} of={section.title} />
      <SheetBlocks
        slots={reviewSlots}
        blocks={section.blocks}
        level={3}
        section={section.id}
        under={section.title}
        labelledBy={sectionElementId(section.id)}
      />
    </section>
  )
}
