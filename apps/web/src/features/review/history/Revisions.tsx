import type { ResponseOf, Submission } from '../../../lib/apiTypes.ts'
import { useDates } from '../../../lib/me.tsx'
import { paths } from '../../../lib/paths.ts'
import type { IconName } from '../../../ui/icons/Icon.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag, type TagTone } from '../../../ui/Tag.tsx'
import styles from './History.module.css'

export type RevisionLine = ResponseOf<'GET /submissions/:id/revisions'>['items'][number]

const looks: Record<RevisionLine['status'], [string, TagTone, IconName]> = {
  approved: ['disetujui', 'good', 'check-circle'],
  'handed-in': ['dikirim', 'info', 'send'],
  returned: ['dikembalikan', 'warn', 'return'],
  withdrawn: ['ditarik kembali', 'neutral', 'return'],
}

/** Every handing in: what became of it, its receipt, and the hash by which it can be told from any other. */
export function Revisions({ submission, lines }: { submission: Submission; lines: readonly RevisionLine[] }) {
  const dates = useDates()
  return (
    <Table
      caption="Kiriman"
      captionHidden
      stacked
      rows={[...lines].reverse()}
      rowKey={line => String(line.n)}
      columns={[
        { id: 'n', head: 'Kiriman', rowHead: true, cell: line => `ke-${line.n}` },
        {
          id: 'status',
          head: 'Hasil',
          cardHead: '',
          cell: line => {
            const [word, tone, icon] = looks[line.status]
            return (
              <Tag tone={tone} icon={icon}>
                {word}
              </Tag>
            )
          },
        },
        {
          id: 'at',
          head: 'Dikirim',
          cell: line => (
            <>
              {dates.short(line.at)}
              <br />
              <small>{line.by.name}</small>
            </>
          ),
        },
        { id: 'receipt', head: 'Tanda terima', cell: line => line.receipt },
        { id: 'rules', head: 'Paket aturan', cell: line => line.ruleSet },
        { id: 'hash', head: 'SHA-256', cell: line => <Hash sha256={line.sha256} /> },
        {
          id: 'acts',
          head: <span className="visually-hidden">Tindakan</span>,
          cardHead: '',
          cell: line => (
            <span className={styles.acts}>
              <LinkButton
                small
                to={paths.review(submission.id, { revision: line.n })}
                aria-label={`Lihat kiriman ke-${line.n}`}
              >
                Lihat
              </LinkButton>
              <LinkButton
                small
                kind="quiet"
                to={paths.print(submission.id, { revision: line.n })}
                aria-label={`Cetak kiriman ke-${line.n}`}
              >
                Cetak
              </LinkButton>
            </span>
          ),
        },
      ]}
    />
  )
}

/** The first 16 digits, as the receipt prints them; all of them on a press. */
function Hash({ sha256 }: { sha256: string }) {
  return (
    <details className={styles.hash}>
      <summary>
        <code>{sha256.slice(0, 16)}…</code>
      </summary>
      <code>{sha256}</code>
    </details>
  )
}
