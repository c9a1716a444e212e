import { isOpen, type Status } from '@sepakat/rules/workflow/statuses.ts'
import { useState } from 'react'
import { ActDialog } from '#sync/problems/ActDialog.tsx'
import { useMay } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { late } from '#ui/late.tsx'
import { useSubmission } from '../FormContext.ts'
import styles from './Contributions.module.css'
import { type Contribution, usePartAct } from './contributionQueries.ts'
import { PartFacts } from './PartFacts.tsx'

/** The office takes a part back: what was filled in stays and is editable by the office. */
function TakeBack({ part, onClose }: { part: Contribution; onClose: () => void }) {
  const takeBack = usePartAct('take-back', part.id)
  return (
    <ActDialog
      onClose={onClose}
      title="Tarik kembali bagian ini?"
      action="Tarik kembali"
      busy="Menarik…"
      onAct={() => takeBack.mutate(undefined, { onSuccess: onClose })}
      doing={takeBack}
    >
      <p>
        Isian yang sudah tersimpan tetap ada dan dapat Anda lanjutkan. {part.to.name} tidak lagi melihat atau mengisi
        bagian ini.
      </p>
    </ActDialog>
  )
}

const ReturnPart = late(async () => (await import('./ReturnPart.tsx')).ReturnPart)

/** For the office: who fills in what of its report, until when, and the actions on it. */
export function HandedOut() {
  const { contributions, part, status } = useSubmission()
  const others = contributions.filter(one => !one.mine && one.status !== 'taken-back')
  if (part !== null || others.length === 0 || !isOpen(status as Status)) return null
  const names = others.map(({ to }) => to.name).join(', ')
  const done = others.filter(one => one.status === 'done').length
  return (
    <Callout
      folded
      tone="info"
      title={[`Bagian yang diserahkan: ${names}`, done > 0 && `${done} selesai`].filter(Boolean).join(' · ')}
    >
      <div className={styles.parts}>
        {others.map(one => (
          <Part key={one.id} part={one} />
        ))}
      </div>
    </Callout>
  )
}

function Part({ part }: { part: Contribution }) {
  const may = useMay('contribution.manage')
  const [asked, setAsked] = useState<'take-back' | 'return' | null>(null)
  const close = () => setAsked(null)
  return (
    <section>
      <p>
        <strong>{part.to.name}</strong>
      </p>
      <PartFacts part={part} />
      {may && (
        <div className={styles.acts}>
          {part.status === 'done' && (
            <Button small icon="note" onClick={() => setAsked('return')}>
              Minta perbaikan <span className="visually-hidden">kepada {part.to.name}</span>
            </Button>
          )}
          <Button small icon="return" onClick={() => setAsked('take-back')}>
            Tarik kembali <span className="visually-hidden">dari {part.to.name}</span>
          </Button>
        </div>
      )}
      {asked === 'take-back' && <TakeBack part={part} onClose={close} />}
      {asked === 'return' && <ReturnPart part={part} onClose={close} />}
    </section>
  )
}
