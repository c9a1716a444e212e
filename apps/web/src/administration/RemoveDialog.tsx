import type { Route } from '@sepakat/contract'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useInvalidate } from '#sync/transport/invalidate.ts'
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
  /** The routes whose answers it changes. */
  stale: readonly Route[]
  onClose: () => void
  onRemoved: () => void
  children: ReactNode
}) {
  const invalidate = useInvalidate()
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      await invalidate(...stale)
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
