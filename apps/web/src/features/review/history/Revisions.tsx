import { archiveMark } from '@sepakat/rules/words/sourceWords.ts'
import { Link } from 'react-router'
import type { RevisionLine, Submission } from '#sync/apiTypes.ts'
import { useDates } from '#sync/session/me.tsx'
import type { IconName } from '#ui/icons/Icon.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { paths } from '#ui/paths.ts'
import { actions, Table } from '#ui/Table.tsx'
import { Tag, type TagTone } from '#ui/Tag.tsx'
import { TechnicalDetails } from '#ui/TechnicalDetails.tsx'
import styles from './History.module.css'

const looks: Record<RevisionLine['status'], [string, TagTone, IconName]> = {
  approved: ['disetujui', 'good', 'check-circle'],
  'handed-in': ['dikirim', 'info', 'send'],
  returned: ['dikembalikan', 'warn', 'return'],
  archive: [archiveMark, 'warn', 'upload'],
  withdrawn: ['ditarik kembali', 'neutral', 'return'],
}

const evaluated: [string, TagTone, IconName] = ['hasil penilaian', 'good', 'check-circle']

/** Every submission and evaluation: its outcome, receipt, and hash. */
export function Revisions({ submission, lines }: { submission: Submission; lines: readonly RevisionLine[] }) {
  const dates = useDates()
  return (
    <Table
      caption="Kiriman"
      rows={[...lines].reverse()}
      rowKey={line => String(line.n)}
      columns={[
        { id: 'n', head: 'Kiriman', rowHead: true, cell: line => `ke-${line.n}` },
        {
          id: 'status',
          head: 'Hasil',
          cardHead: '',
          cell: line => {
            const [word, tone, icon] = line.evaluated ? evaluated : looks[line.status]
            return (
              <>
                <Tag tone={tone} icon={icon}>
                  {word}
                </Tag>
                {line.corrects && (
                  <>
                    <br />
                    <small>koreksi atas pemeriksaan kiriman ke-{line.corrects.of}</small>
                  </>
                )}
              </>
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
        {
          id: 'receipt',
          head: 'Tanda terima',
          cell: line => (
            <Link to={paths.print(submission.id, { revision: line.n, receipt: true })}>{line.receipt}</Link>
          ),
        },
        { id: 'proof', head: <span className="visually-hidden">Rincian teknis</span>, cardHead: '', cell: Proof },
        actions<RevisionLine>(line => (
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
        )),
      ]}
    />
  )
}

const Proof = ({ sha256, seal, ruleSet }: RevisionLine) => (
  <TechnicalDetails
    facts={{
      'Aturan penghitungan': ruleSet,
      'SHA-256': <code>{sha256}</code>,
      Segel: seal ? <code>{seal.mark}</code> : 'dibubuhkan dalam satu menit',
    }}
  />
)
