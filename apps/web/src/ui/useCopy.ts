import { useState } from 'react'
import { announce } from './announce.ts'

/**
 * Copies what is shown once. On plain http there is no clipboard: `select` selects the text instead, to be copied by hand, and
 * `byHand` says so. `name`: its label, `Kunci`.
 */
export function useCopy(name: string, text: string, select: () => void) {
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
      announce(`${name} disalin.`)
    } catch {
      select()
      setCopied('by-hand')
      announce(`${name} dipilih. Tekan Ctrl dan C untuk menyalin.`)
    }
  }
  return {
    copy,
    isCopied: copied === 'yes',
    byHand: copied === 'by-hand' ? `${name} sudah dipilih. Tekan Ctrl+C untuk menyalinnya.` : null,
  }
}
