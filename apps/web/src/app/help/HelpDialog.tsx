import { queryOptions, useQuery } from '@tanstack/react-query'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { Contact } from '#ui/Contact.tsx'
import { KeyList } from '#ui/KeysDialog.tsx'
import { Markdown } from '#ui/Markdown.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import type { PageName } from '../pages.ts'
import { helpText } from './helpText.ts'

const helpQuery = (page: PageName) =>
  queryOptions({
    queryKey: ['help', page],
    queryFn: () => helpText(page),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  })

/** What the page is for, its steps, its keys, and whom to ask. */
export function HelpDialog({ page, onClose }: { page: PageName; onClose: () => void }) {
  const { contact } = useMe()
  const text = useQuery(helpQuery(page))
  return (
    <Dialog open onClose={onClose} title="Bantuan halaman ini">
      {text.isPending && <SkeletonRows rows={4} label="Memuat bantuan…" />}
      {text.isError && <ProblemPanel error={text.error} onRetry={() => text.refetch()} />}
      {text.data && <Markdown text={text.data} level={3} />}
      <h3>Tombol pintas</h3>
      <KeyList />
      <h3>Masih bingung?</h3>
      <p>
        Hubungi <Contact contact={contact} about="SEPAKAT: saya memerlukan bantuan." />.
      </p>
    </Dialog>
  )
}
