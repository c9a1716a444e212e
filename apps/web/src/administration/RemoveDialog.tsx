import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { DangerDialog } from '#ui/DangerDialog.tsx'

/** Asks for confirmation before something is removed. */
export function RemoveDialog({
  title,
  label,
  busy = 'Menghapus…',
  remove,
  stale,
  onClose,
  onRemoved,
  children,
}: {
  title: string
  label: string
  /** The button's text while it runs. */
  busy?: string
  remove: () => Promise<unknown>
  /** The queries to invalidate afterwards. */
  stale: readonly QueryKey[]
  onClose: () => void
  onRemoved: () => void
  children: ReactNode
}) {
  const client = useQueryClient()
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      await Promise.all(stale.map(queryKey => client.invalidateQueries({ queryKey })))
      onRemoved()
    },
  })
  return (
    <DangerDialog
      open
      onClose={onClose}
      title={title}
      keep="Batal"
      action={label}
      busy={removing.isPending && busy}
      onConfirm={() => removing.mutate()}
    >
      {children}
      {removing.isError && <ProblemPanel error={removing.error} />}
    </DangerDialog>
  )
}
