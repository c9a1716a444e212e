import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import styles from '#administration/Admin.module.css'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { RemoveDialog } from '#administration/RemoveDialog.tsx'
import { NotFoundPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { useMay, useMe } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { Part, Parts } from '#ui/Part.tsx'
import { paths } from '#ui/paths.ts'
import { type Column, Table } from '#ui/Table.tsx'
import { Said, useArrival, useSaid } from '#ui/useSaid.tsx'
import { ApproveRules } from './ApproveRules.tsx'
import { Approvers } from './Approvers.tsx'
import { countingIn } from './countingIn.ts'
import { EffectsPart } from './EffectsPart.tsx'
import { type Approver, isOwn, type RuleSetLine, ruleSetsQuery, rulesOf } from './queries.ts'
import { RuleSetStatus } from './RuleSetStatus.tsx'
import { type OtherChoice, otherChoices } from './ruleWords.ts'
import { useEffects } from './useEffects.ts'

/** Withdraws a proposal, for its proposer, while it is not approved. */
function WithdrawRules({ set, onDone }: { set: RuleSetLine; onDone: (sentence: string) => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Part title="Usulan Anda">
      <div className={styles.buttons}>
        <Button kind="danger" onClick={() => setAsking(true)}>
          Tarik kembali usulan {set.id}
        </Button>
      </div>
      {asking && (
        <RemoveDialog
          title={`Tarik kembali usulan aturan ${set.id}?`}
          label="Tarik kembali"
          busy="Menarik kembali…"
          remove={() => api('POST /rule-sets/:id/withdraw', { params: { id: set.id } })}
          stale={['GET /rule-sets']}
          onClose={() => setAsking(false)}
          onRemoved={() => onDone(`Usulan aturan ${set.id} ditarik kembali.`)}
        >
          <p>
            Usulan ini tidak dapat disetujui lagi. Nomornya tetap tercatat; untuk mengusulkannya lagi, buat usulan baru.
          </p>
        </RemoveDialog>
      )}
    </Part>
  )
}

/** One rule set beside the one in force: its different choices, their effects, and its approval. */
export function RuleSetPage() {
  const { id = '' } = useParams()
  const sets = useQuery(ruleSetsQuery)
  if (sets.isError) return <PageProblem error={sets.error} onRetry={() => sets.refetch()} />
  if (sets.isPending) return <PageSkeleton title={`Aturan ${id}`} label="Memuat aturan penghitungan…" />
  const set = sets.data.items.find(one => one.id === id)
  if (!set) return <NotFoundPage />
  const others = sets.data.items.filter(one => one.id !== id)
  return <RuleSetOpened set={set} beside={countingIn(others, set.year)} approvers={sets.data.approvers} />
}

const columns: Column<OtherChoice>[] = [
  { id: 'question', head: 'Hal', rowHead: true, cell: line => line.question },
  { id: 'before', head: 'Aturan pembanding', cell: line => line.before || 'tidak ada' },
  { id: 'after', head: 'Aturan ini', cell: line => line.after },
]

function RuleSetOpened({
  set,
  beside,
  approvers,
}: {
  set: RuleSetLine
  beside: RuleSetLine | undefined
  approvers: readonly Approver[]
}) {
  const { posts } = useMe()
  const managesPeople = useMay('person.manage')
  const readsFigures = useMay('figure.read')
  const mayPropose = useMay('ruleset.propose')
  const mayApprove = useMay('ruleset.approve')
  const arrived = useArrival()
  const { said, say } = useSaid()
  const proposed = set.status === 'proposed'
  const effects = useEffects(set.id, proposed && readsFigures)
  const others = beside ? otherChoices(rulesOf(beside), rulesOf(set)) : []
  return (
    <>
      <PageHead
        title={`Aturan ${set.id}`}
        crumbs={adminCrumbs(['paket-aturan'], set.id)}
        intro={set.note || undefined}
        actions={
          mayPropose && (
            <LinkButton icon="pencil" to={paths.admin('paket-aturan/usulan', { dari: set.id })}>
              Usulkan dari aturan ini
            </LinkButton>
          )
        }
      />
      <Parts>
        <Said said={said ?? arrived} />
        <RuleSetStatus set={set} />
        {proposed && <Approvers {...{ set, beside, approvers, managesPeople }} />}
        {beside && (
          <Part title={`Yang lain daripada aturan ${beside.id}`}>
            {others.length === 0 ? (
              <p className={styles.note}>Semua pilihannya sama.</p>
            ) : (
              <Table
                caption={`Pilihan yang lain daripada aturan ${beside.id}`}
                columns={columns}
                rows={others}
                rowKey={line => line.question}
              />
            )}
          </Part>
        )}
        {proposed && readsFigures && <EffectsPart effects={effects} />}
        {proposed && mayApprove && <ApproveRules set={set} checked={effects.done} onApproved={say} />}
        {proposed && mayPropose && isOwn(set, posts) && <WithdrawRules set={set} onDone={say} />}
      </Parts>
    </>
  )
}
