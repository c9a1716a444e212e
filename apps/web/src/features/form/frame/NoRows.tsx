import type { Block, Section } from '@sepakat/rules'
import { rowWriter } from '@sepakat/rules/saving/kindShape.ts'
import { useForm, useKey } from '../FormContext.ts'
import styles from './SectionView.module.css'

/** The message of a section that has no rows and to which none can be added. */
export function NoRows({ section }: { section: Section }) {
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
