import { RowCautions, RowWords } from '#sheet/RowWords.tsx'
import { SheetBlocks } from '#sheet/SheetBlocks.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { useKeys } from '#ui/keys.ts'
import { useFigures, useForm, useSections, useView } from '../FormContext.ts'
import { FigureLine } from '../figures/FigureLines.tsx'
import { formSlots } from '../rows/formSlots.tsx'
import { NoRows } from './NoRows.tsx'
import styles from './SectionView.module.css'
import { useFilter } from './useFilter.ts'
import { useGoSection } from './useGoSection.ts'

/** The rows of the current section. */
export function SectionView() {
  const sections = useSections()
  const id = useView('section')
  const shown = useView('shown')
  const { paths } = useForm()
  const [, setFilter] = useFilter()
  const goSection = useGoSection()
  const at = Math.max(
    0,
    sections.findIndex(section => section.id === id),
  )
  const section = sections[at]
  const move = (step: 1 | -1) => {
    const next = sections[at + step]
    if (next) goSection(next.id)
  }
  useKeys([
    { keys: 'Alt+ArrowDown', label: 'Bagian berikutnya', run: () => move(1) },
    { keys: 'Alt+ArrowUp', label: 'Bagian sebelumnya', run: () => move(-1) },
  ])
  if (!section)
    return (
      <EmptyState title="Formulir ini belum punya baris">
        Baris formulir berasal dari katalog, dari penugasan perangkat daerah Anda, atau dari formulir lain yang diisi
        lebih dahulu. Hubungi koordinator bila seharusnya sudah ada.
      </EmptyState>
    )
  const own = section.blocks[0]?.rows.find(row => row.id === section.id)
  const empty = shown !== null && ![...shown].some(key => paths().get(key)?.section === section.id)
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        {section.group && <p className={styles.group}>{section.group}</p>}
        <h2 id="bagian" tabIndex={-1} className={styles.title}>
          {own ? <RowWords row={own} /> : section.title}
        </h2>
        {own && <RowCautions row={own} />}
        <GroupFigures section={section.id} isRow={own !== undefined} />
      </div>
      {empty ? (
        <EmptyState
          title="Tidak ada yang cocok dengan saringan di bagian ini"
          action={<Button onClick={() => setFilter('all')}>Tampilkan semua baris</Button>}
        />
      ) : (
        <>
          <NoRows section={section} />
          <SheetBlocks slots={formSlots} section={section} labelledBy="bagian" />
        </>
      )}
      <div className={styles.foot}>
        {sections[at - 1] && (
          <Button kind="quiet" icon="chevron-left" onClick={() => move(-1)}>
            {sections[at - 1]?.title}
          </Button>
        )}
        {sections[at + 1] && (
          <Button className={styles.next} onClick={() => move(1)}>
            Berikutnya: {sections[at + 1]?.title}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Figures of the group a section is about; those of a row are shown with the row. */
function GroupFigures({ section, isRow }: { section: string; isRow: boolean }) {
  const figures = useFigures(section)?.filter(figure => figure.code !== 'completeness')
  if (isRow || !figures || figures.length === 0) return null
  return figures.map(figure => <FigureLine key={figure.code} figure={figure} />)
}
