import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { late } from '#ui/late.tsx'
import { Menu } from '#ui/Menu.tsx'
import { paths } from '#ui/paths.ts'
import { useMedia } from '#ui/useMedia.ts'
import { useForm, useSubmission } from '../FormContext.ts'

const PaperButtons = late(async () => (await import('../print/PaperButtons.tsx')).PaperButtons)
const HandOut = late(async () => (await import('../contributions/HandOut.tsx')).HandOut)

/** Beside the work itself: the report's history, its print, and handing parts of it to others. On a phone in a menu. */
export function ReportActions() {
  const { id, part, status } = useSubmission()
  const { papers } = useForm().kind
  const may = useMay('contribution.manage')
  const narrow = useMedia('(max-width: 640px)')
  const navigate = useNavigate()
  const [handing, setHanding] = useState(false)
  if (part !== null) return null
  const links = [
    { id: 'history', label: 'Riwayat', icon: 'history', to: paths.history(id) },
    { id: 'print', label: 'Cetak', icon: 'print', to: paths.print(id) },
  ] as const
  const hand = may && isOpen(status as Status)
  const handOut = { id: 'hand', label: 'Serahkan bagian', icon: 'person', onSelect: () => setHanding(true) } as const
  return (
    <>
      {narrow ? (
        <Menu
          small
          kind="quiet"
          label="Tindakan lain pada laporan ini"
          items={[
            ...links.map(({ to, ...link }) => ({ ...link, onSelect: () => navigate(to) })),
            ...(hand ? [handOut] : []),
          ]}
        />
      ) : (
        <>
          {links.map(({ id, label, ...link }) => (
            <LinkButton key={id} small kind="quiet" {...link}>
              {label}
            </LinkButton>
          ))}
          {papers && <PaperButtons small id={id} papers={papers} />}
          {hand && (
            <Button small kind="quiet" icon={handOut.icon} onClick={handOut.onSelect}>
              {handOut.label}
            </Button>
          )}
        </>
      )}
      {handing && <HandOut onClose={() => setHanding(false)} />}
    </>
  )
}
