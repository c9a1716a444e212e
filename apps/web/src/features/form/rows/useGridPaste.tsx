import type { Block } from '@sepakat/rules'
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import { pastedBlock } from '../../../lib/pastedBlock.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { useForm } from '../FormContext.ts'
import { segmentsOf } from '../model/cells.ts'
import { type Pasted, pastedWords, pasteInto } from '../model/pasteInto.ts'
import type { FieldColumn } from './gridColumns.ts'

/** Takes rows and columns from a spreadsheet into the grid, from the cell in hand on; says what came of it. */
export function useGridPaste(block: Block, columns: readonly FieldColumn[]) {
  const form = useForm()
  const { store, go } = form
  const [pasted, setPasted] = useState<Pasted | null>(null)

  function onPaste(event: ClipboardEvent<HTMLTableElement>): void {
    const cells = pastedBlock(event.clipboardData.getData('text/plain'))
    const { row, field } = segmentsOf((event.target as HTMLElement).id)
    if (!cells || field === undefined) return
    event.preventDefault()
    const result = pasteInto({ store, block, columns, scales: form, from: { row, field }, cells })
    setPasted(result)
    announce(pastedWords(result))
  }

  const unsure = pasted?.unsure[0]
  const result: ReactNode = pasted && (
    <Callout
      tone={pasted.unsure.length > 0 || pasted.left > 0 ? 'warn' : 'good'}
      actions={
        <>
          {unsure !== undefined && (
            <Button small onClick={() => go(unsure)}>
              Ke isian yang perlu dipastikan
            </Button>
          )}
          <Button
            small
            kind="quiet"
            onClick={() => {
              store.undo()
              setPasted(null)
            }}
          >
            Urungkan tempelan
          </Button>
          <Button small kind="quiet" onClick={() => setPasted(null)}>
            Tutup
          </Button>
        </>
      }
    >
      {pastedWords(pasted)}
    </Callout>
  )
  return { onPaste, result }
}
