import type { Block, Section } from '@sepakat/rules'
import { rowWriter } from '@sepakat/rules/saving/kindShape.ts'
import { RowCautions, RowWords } from '#sheet/RowWords.tsx'
import { SheetBlocks } from '#sheet/SheetBlocks.tsx'
import { Button } from '#ui/Button.tsx'
import { cx } from '#ui/cx.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { useForm, useKey, useSections, useView } from '../FormContext.ts'
import { FigureLines, useShownFigures } from '../figures/FigureLines.tsx'
import { formSlots } from '../rows/formSlots.tsx'
import styles from './SectionView.module.css'
import { useFilter } from './useFilter.ts'

/** The message of a section that has no rows and to which none can be added. */
function NoRows({ section }: { section: Section }) {
  const { kind } = useForm()
  const open = useKey('access', store => store.access().open)
  const ofEvaluator = ({ table }: Block) => rowWriter(kind, table) === 'evaluator'
  const [block] = section.blocks
  if (!block || section.blocks.some(({ rows, head }) => rows.length > 0 || head !== null)) return null
  if (ofEvaluator(block)) return <p className={styles.none}>Ditulis penilai saat memeriksa laporan ini.</p>
  // Rows from another report: their own block says from where.
  if (!block.item) return null
  return open ? null : <p className={styles.none}>Belum ada isian.</p>
}

/** The rows of the current section. */
export function SectionView() {
  const sections = useSections()
  const id = useView('section')
  const shown = useView('shown')
  const { paths } = useForm()
  const [, setFilter] = useFilter()
  const section = sections.find(one => one.id === id) ?? sections[0]
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
        <h2 id="bagian" tabIndex={-1} className={cx(styles.title, !own && styles.named)}>
          {own ? <RowWords row={own} /> : section.title}
        </h2>
        {own && <RowCautions row={own} />}
      </div>
      {empty ? (
        <EmptyState
          title="Tidak ada yang cocok dengan saringan di bagian ini"
          action={<Button onClick={() => setFilter('all')}>Tampilkan semua baris</Button>}
        />
      ) : (
        <>
          <NoRows section={section} />
          <SheetBlocks
            slots={formSlots}
            blocks={section.blocks}
            level={3}
            section={section.id}
            under={section.title}
            labelledBy="bagian"
          />
          <GroupFigures section={section.id} isRow={own !== undefined} />
        </>
      )}
    </div>
  )
}

/** Figures of the group a section is about, below what they are computed from; those of a row are shown with the row. */
function GroupFigures({ section, isRow }: { section: string; isRow: boolean }) {
  const figures = useShownFigures(section, [])
  if (isRow || figures.length === 0) return null
  return <FigureLines figures={figures} />
}
