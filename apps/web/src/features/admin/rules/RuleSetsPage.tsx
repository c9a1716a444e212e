import type { RuleSet } from '@sepakat/rules/types.ts'
import { useQuery } from '@tanstack/react-query'
import { useDates } from '../../../lib/me.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PageProblem } from '../../../ui/PageProblem.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from '../Admin.module.css'
import { adminCrumbs } from '../adminCrumbs.ts'
import { Part } from '../Part.tsx'
import { type RuleSetLine, ruleSetsQuery } from './queries.ts'
import { type Choice, choicesOf, type OrdinalText, ordinalsOf } from './ruleWords.ts'

/** The region's choices where regulation is open, in words. Each is immutable; figures name the one they were computed by. */
export default function RuleSetsPage() {
  const sets = useQuery(ruleSetsQuery)
  if (sets.isError) return <PageProblem error={sets.error} onRetry={() => sets.refetch()} />
  return (
    <>
      <PageHead
        title="Paket aturan"
        crumbs={adminCrumbs([], 'Paket aturan')}
        intro="Di tempat peraturan membuka pilihan, daerah memilih cara menghitung. Yang berlaku bagi suatu periode ialah paket terbaru yang disetujui untuk tahun itu atau sebelumnya. Setiap angka menyebut paket yang dipakainya."
      />
      {sets.isPending && <SkeletonRows label="Memuat paket aturan…" />}
      {sets.isSuccess && sets.data.items.length === 0 && <EmptyState title="Belum ada paket aturan yang disetujui" />}
      <div className={styles.parts}>
        {sets.data?.items.map(set => (
          <RuleSetShown key={set.id} set={set} />
        ))}
      </div>
    </>
  )
}

const choiceColumns: Column<Choice>[] = [
  { id: 'question', head: 'Hal', rowHead: true, cell: choice => choice.question },
  { id: 'chosen', head: 'Pilihan daerah', cardHead: '', cell: choice => choice.chosen },
]
const ordinalColumns: Column<OrdinalText>[] = [
  { id: 'id', head: 'Skala', rowHead: true, cell: ordinal => ordinal.id },
  { id: 'steps', head: 'Tingkat dan nilainya', cardHead: '', cell: ordinal => ordinal.steps },
]

function RuleSetShown({ set }: { set: RuleSetLine }) {
  const dates = useDates()
  const rules = set.body as unknown as RuleSet
  return (
    <Part title={`Paket ${set.id}`}>
      <p className={styles.tags}>
        {set.status === 'approved' ? (
          <Tag tone="good" icon="check-circle">
            Disetujui
          </Tag>
        ) : (
          <Tag icon="clock">Usulan</Tag>
        )}
        <span className={styles.note}>
          Berlaku mulai tahun {set.year}
          {set.approvedAt && `, disetujui ${dates.longDay(dates.dayOf(set.approvedAt))}`}.
        </span>
      </p>
      {choicesOf(rules).map(group => (
        <div key={group.title} className={styles.part}>
          <h3>{group.title}</h3>
          <Table
            caption={`Pilihan ${group.title} dalam paket ${set.id}`}
            captionHidden
            stacked
            columns={choiceColumns}
            rows={group.choices}
            rowKey={choice => choice.question}
          />
        </div>
      ))}
      <div className={styles.part}>
        <h3>Skala bertingkat</h3>
        <Table
          caption={`Skala bertingkat dalam paket ${set.id}`}
          captionHidden
          stacked
          columns={ordinalColumns}
          rows={ordinalsOf(rules)}
          rowKey={ordinal => ordinal.id}
        />
      </div>
    </Part>
  )
}
