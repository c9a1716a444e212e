import { type InputEvent, useState } from 'react'
import { hasCode } from '#sync/problems/ProblemError.ts'

/** Whether the typed name needs a code too. Asked again for another name: the next user of this computer may have none. */
export function useFactorAsked() {
  const [askedOf, setAskedOf] = useState<string | null>(null)
  return {
    asked: askedOf !== null,
    /** Inspects why a sign-in under this name failed, and rethrows. */
    failedOf: (name: string) => (error: unknown) => {
      if (hasCode(error, 'second-factor-required')) setAskedOf(name)
      throw error
    },
    onName: ({ currentTarget }: InputEvent<HTMLInputElement>) => {
      if (currentTarget.value.trim() !== askedOf) setAskedOf(null)
    },
  }
}
