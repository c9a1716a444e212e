import { scaleLabel } from '@sepakat/rules/scales/scaleLabel.ts'
import { useQuery } from '@tanstack/react-query'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageProblem } from '#sync/problems/PageProblem.tsx'
import { useMay } from '#sync/session/me.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { type Column, Table } from '#ui/Table.tsx'
import { Said, useArrival } from '#ui/useSaid.tsx'
import { type RuleSetLine, ruleSetsQuery, rulesOf } from './queries.ts'
import { RuleSetStatus } from './RuleSetStatus.tsx'
import { type Choice, choicesOf, type OrdinalText, ordinalsOf } from './ruleWords.ts'

/** The region's choices where regulation is open, in words. Each is immutable; figures name the one they were computed by. */
export function RuleSetsPage() {
  const sets = useQuery(ruleSetsQuery)
  const arrived = useArrival()
  const mayPropose = useMay('ruleset.propose')
  if (sets.isError) return <PageProblem error={sets.error} onRetry={() => sets.refetch()} />
  return (
    <>
      <PageHead
        title="Aturan penghitungan"
        crumbs={adminCrumbs([], 'Aturan penghitungan')}
        intro="Di tempat peraturan membuka pilihan, daerah memilih cara menghitung. Yang berlaku bagi suatu periode ialah aturan terbaru yang disetujui untuk tahun itu atau sebelumnya. Setiap angka menyebut aturan yang dipakainya."
        actions={
          mayPropose && (
            <LinkButton kind="primary" icon="plus" to={paths.admin('paket-aturan/usulan')}>
              Usulkan aturan penghitungan
            </LinkButton>
          )
        }
      />
      {sets.isPending && <SkeletonRows label="Memuat aturan penghitungan…" />}
      {sets.isSuccess && sets.data.items.length === 0 && (
        <EmptyState title="Belum ada aturan penghitungan yang disetujui" />
      )}
      <Parts>
        <Said said={arrived} />
        {sets.data?.items.map(set => (
          <RuleSetShown key={set.id} set={set} />
        ))}
      </Parts>
    </>
  )
}

const choiceColumns: Column<Choice>[] = [
  { id: 'question', head: 'Hal', rowHead: true, cell: choice => choice.question },
  { id: 'chosen', head: 'Pilihan daerah', cardHead: '', cell: choice => choice.chosen },
]
const ordinalColumns: Column<OrdinalText>[] = [
  { id: 'id', head: 'Skala', rowHead: true, cell: ordinal => scaleLabel(ordinal.id) },
  { id: 'steps', head: 'Tingkat dan nilainya', cardHead: '', cell: ordinal => ordinal.steps },
]

function RuleSetShown({ set }: { set: RuleSetLine }) {
  return (
    <Part
      title={`Aturan ${set.id}`}
      actions={
        <LinkButton small to={paths.admin(`paket-aturan/${set.id}`)} aria-label={`Buka aturan ${set.id}`}>
          {set.status === 'proposed' ? 'Lihat akibatnya' : 'Buka'}
        </LinkButton>
      }
    >
      <RuleSetStatus set={set} />
      {set.status !== 'withdrawn' && <Choices set={set} />}
    </Part>
  )
}

function Choices({ set }: { set: RuleSetLine }) {
  const rules = rulesOf(set)
  // other sets have parts of the same name
  const of = <span className="visually-hidden"> dalam aturan {set.id}</span>
  return (
    <>
      {choicesOf(rules).map(group => (
        <Part
          key={group.title}
          level="h3"
          title={
            <>
              {group.title}
              {of}
            </>
          }
        >
          <Table
            caption={`Pilihan ${group.title} dalam aturan ${set.id}`}
            columns={choiceColumns}
            rows={group.choices}
            rowKey={choice => choice.question}
          />
        </Part>
      ))}
      <Part level="h3" title={<>Skala bertingkat{of}</>}>
        <Table
          caption={`Skala bertingkat dalam aturan ${set.id}`}
          columns={ordinalColumns}
          rows={ordinalsOf(rules)}
          rowKey={ordinal => ordinal.id}
        />
      </Part>
    </>
  )
}
