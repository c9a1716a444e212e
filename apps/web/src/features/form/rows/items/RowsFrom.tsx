import type { TableId } from '@sepakat/rules'
import { sourceTitle } from '@sepakat/rules/names/formNames.ts'
import { sourceWords } from '@sepakat/rules/words/sourceWords.ts'
import { Link } from 'react-router'
import { paths } from '#ui/paths.ts'
import { useForm } from '../../FormContext.ts'
import { giverOf } from '../../model/giverOf.ts'
import styles from './RowsFrom.module.css'

/** For a table without rows: the report they would come from, its state, and a link to it. */
export function RowsFrom({ table }: { table: TableId }) {
  const { kind, scope } = useForm()
  const name = giverOf(kind, table)
  const spec = name === null ? undefined : kind.sources(scope.period)[name]
  if (name === null || !spec) return <p className={styles.nothing}>Belum ada yang perlu diisi di sini.</p>
  const title = sourceTitle(kind, scope, name)
  const source = scope.sources[name]
  if (spec.of === 'region')
    return (
      <p className={styles.nothing}>
        Barisnya diambil dari {title} yang diisi untuk seluruh daerah. Di sana belum ada yang ditujukan kepada perangkat
        daerah Anda.
      </p>
    )
  if (!source)
    return (
      <p className={styles.nothing}>
        Barisnya diambil dari {title}, yang belum dimulai. <Link to={paths.home()}>Mulai dari Beranda</Link>, lalu kirim
        laporan itu.
      </p>
    )
  return (
    <p className={styles.nothing}>
      Barisnya diambil dari {title} ({sourceWords[source.status]}), dan di sana belum ada yang dapat diambil.{' '}
      {source.submission && <Link to={paths.form(source.submission)}>Buka {title}</Link>}
    </p>
  )
}
