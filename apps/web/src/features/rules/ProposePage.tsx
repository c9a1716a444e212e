import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { adminCrumbs } from '#administration/adminCrumbs.ts'
import { PageForm } from '#administration/PageForm.tsx'
import { useContractForm } from '#administration/useContractForm.ts'
import { NoRightPage, PageProblem } from '#sync/problems/PageProblem.tsx'
import { useDates, useMay } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { count } from '#ui/numbers.ts'
import { PageHead } from '#ui/PageHead.tsx'
import { PageSkeleton } from '#ui/PageSkeleton.tsx'
import { paths } from '#ui/paths.ts'
import { SelectField } from '#ui/SelectField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { countingIn } from './countingIn.ts'
import { type RuleSetLine, ruleSetsQuery, rulesOf } from './queries.ts'
import { RuleFields } from './RuleFields.tsx'
import { ruleChange, ruleDraft, ruleErrors } from './ruleDraft.ts'
import { ruleFieldGroups } from './ruleFieldGroups.ts'

/** `?dari=` names the set to start from; by default the one in force this year. */
export function ProposePage() {
  const [search, setSearch] = useSearchParams()
  const thisYear = useDates().year()
  const mayPropose = useMay('ruleset.propose')
  const sets = useQuery({ ...ruleSetsQuery, refetchOnWindowFocus: false })
  if (!mayPropose) return <NoRightPage />
  if (sets.isError) return <PageProblem error={sets.error} onRetry={() => sets.refetch()} />
  if (sets.isPending) return <PageSkeleton title="Usulkan aturan penghitungan" label="Memuat aturan penghitungan…" />
  const { items } = sets.data
  const base = items.find(set => set.id === search.get('dari')) ?? countingIn(items, thisYear) ?? items[0]!
  return (
    <ProposeForm key={base.id} base={base} sets={items} onBase={id => setSearch({ dari: id }, { replace: true })} />
  )
}

/** Edits the choices of one set into a proposal for a year. */
function ProposeForm({
  base,
  sets,
  onBase,
}: {
  base: RuleSetLine
  sets: readonly RuleSetLine[]
  onBase: (id: string) => void
}) {
  const invalidate = useInvalidate()
  const navigate = useNavigate()
  const thisYear = useDates().year()
  const rules = rulesOf(base)
  const groups = ruleFieldGroups(rules)
  const [draft, setDraft] = useState(() => ruleDraft(rules))
  const [year, setYear] = useState(String(thisYear))
  const [note, setNote] = useState('')
  const errors = () => ruleErrors(rules, draft)
  const change = Object.values(errors()).some(Boolean) ? null : ruleChange(rules, draft)
  const changes = Object.values(change ?? {}).reduce((sum, part) => sum + Object.keys(part).length, 0)
  const checked = useContractForm('POST /rule-sets', {
    body: () => ({ basedOn: base.id, year: Number(year), note: note.trim(), change: ruleChange(rules, draft) }),
    unread: errors,
    // what is wrong in a rule is said where it was typed
    renamed: field => field.replace(/^change\./, ''),
    send: async (body, idempotencyKey) => {
      const { id } = await api('POST /rule-sets', { body, idempotencyKey })
      await invalidate('GET /rule-sets')
      navigate(paths.admin(`paket-aturan/${id}`), {
        state: { said: `Aturan ${id} diusulkan. Belum berlaku sampai disetujui pejabat pengesah.` },
      })
    },
  })
  const fields = groups.flatMap(group => group.fields.map(({ path }) => path))
  return (
    <>
      <PageHead
        title="Usulkan aturan penghitungan"
        crumbs={adminCrumbs(['paket-aturan'], 'Usulkan')}
        intro="Ubah yang perlu saja. Usulan baru berlaku setelah disetujui orang lain, yang melihat lebih dahulu angka mana yang berubah."
      />
      <PageForm
        of={checked}
        fields={['year', 'note', ...fields]}
        action={changes > 0 ? `Usulkan ${count(changes)} perubahan` : 'Usulkan'}
        busy="Mengirim usulan…"
        whyNot={changes === 0 && change !== null && base.year === Number(year) && 'Belum ada yang diubah.'}
        back={paths.admin('paket-aturan')}
      >
        <SelectField
          label="Mulai dari pilihan"
          hint="Menggantinya mengembalikan semua isian di bawah."
          value={base.id}
          onChange={onBase}
          options={sets.map(set => ({
            value: set.id,
            label: `Aturan ${set.id}${set.status === 'approved' ? '' : ' (usulan)'}`,
          }))}
        />
        <TextField
          label="Berlaku mulai tahun"
          hint="Sampai ada aturan yang lebih baru. Tahun lalu boleh; laporannya yang sudah disetujui tidak berubah."
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={event => setYear(event.target.value.trim())}
          error={checked.errorAt('year')}
        />
        <TextArea
          label="Alasan"
          hint="Dibaca oleh yang menyetujui, misalnya nomor peraturan atau keputusan rapatnya."
          value={note}
          maxLength={400}
          onChange={event => setNote(event.target.value)}
          error={checked.errorAt('note')}
        />
        {groups.map(group => (
          <RuleFields key={group.title} group={group} draft={draft} onChange={setDraft} errorAt={checked.errorAt} />
        ))}
      </PageForm>
    </>
  )
}
