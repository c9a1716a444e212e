import { type ReactNode, useState } from 'react'
import type { ResponseOf } from '#sync/apiTypes.ts'
import { ConfirmFactor } from './ConfirmFactor.tsx'
import { ProveForm } from './ProveForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

type Started = ResponseOf<'PUT /second-factor'>

/** From the password to a verified code and saved recovery codes. `moves`: another factor is active until then. */
export function SetUpSecondFactor({
  moves,
  onDone,
  children,
}: {
  moves?: boolean
  onDone: () => unknown
  /** Cancels while nothing is set up yet. */
  children: ReactNode
}) {
  const [started, setStarted] = useState<Started | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  return (
    <>
      {started ? (
        <ConfirmFactor {...started} onConfirmed={setCodes} />
      ) : (
        <ProveForm route="PUT /second-factor" byCode={moves} action="Lanjut" onProved={setStarted} />
      )}
      {children}
    </>
  )
}
