import type { Role } from '@sepakat/rules'
import { useState } from 'react'
import { useMe } from '#sync/session/me.tsx'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { dismissed, keepDismissed } from './dismissed.ts'
import { firstSteps } from './firstSteps.ts'

/** The first steps of a post, until they are dismissed on this device. */
export function GuidedStart({ role }: { role: string }) {
  const { person } = useMe()
  const [away, setAway] = useState(() => dismissed(person.id))
  const name = `langkah-${role}`
  const steps = firstSteps[role as Role] ?? []
  if (steps.length === 0 || away.includes(name)) return null
  return (
    <Callout
      title="Langkah pertama"
      actions={
        <Button small onClick={() => setAway(keepDismissed(person.id, [...dismissed(person.id), name]))}>
          Mengerti, tutup <span className="visually-hidden">langkah pertama</span>
        </Button>
      }
    >
      <ol>
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Callout>
  )
}
