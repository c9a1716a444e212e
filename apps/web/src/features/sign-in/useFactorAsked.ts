import { type InputEvent, useState } from 'react'
import { hasCode } from '../../lib/ProblemError.ts'

/** Whether the name that was typed is asked for a code too. Another name is asked anew: who sits here next may have none. */
export function useFactorAsked() {
  const [askedOf, setAskedOf] = useState<string | null>(null)
  return {
    asked: askedOf !== null,
    /** Looks at why a try under this name failed, and lets it fail. */
    failedOf: (name: string) => (error: unknown) => {
      if (hasCode(error, 'second-factor-required')) setAskedOf(name)
      throw error
    },
    onName: ({ currentTarget }: InputEvent<HTMLInputElement>) => {
      if (currentTarget.value.trim() !== askedOf) setAskedOf(null)
    },
  }
}
