import { pastedBlock } from '@sepakat/documents/spreadsheet/pastedBlock.ts'
import type { Block } from '@sepakat/rules'
import { treeAt } from '@sepakat/rules/sheet/tree.ts'
import { type ClipboardEvent, type ReactNode, useState } from 'react'
import { segmentsOf } from '#sheet/answers/cells.ts'
import type { Step } from '#sheet/answers/editHistory.ts'
import type { FieldColumn } from '#sheet/Slots.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { useForm, useKey } from '../FormContext.ts'
import { type Pasted, pastedWords, pasteInto } from '../model/pasteInto.ts'
import { linesOnScreen } from './useDrawnRows.ts'

/**
 * Pastes rows and columns from a spreadsheet into the grid, starting at the current cell; reports the result. In a table over
 * levels the lines on the screen are filled in, and none is added: it would have no name.
 */
export function useGridPaste(block: Block, columns: readonly FieldColumn[], onUnsure: () => void) {
  const form = useForm()
  const { store, go, kind, view } = form
  const tree = treeAt(kind, block.table)
  const [pasted, setPasted] = useState<(Pasted & { step: readonly Step[] | undefined }) | null>(null)

  function onPaste(event: ClipboardEvent<HTMLTableElement>): void {
    const cells = pastedBlock(event.clipboardData.getData('text/plain'))
    const { table, row, field } = segmentsOf((event.target as HTMLElement).id)
    if (!cells || field === undefined) return
    const lines = tree ? linesOnScreen(view, tree, block).map(line => line.row) : block.rows
    const from = { table, row, field }
    const result = pasteInto({ store, lines, list: tree ? null : block, columns, scales: form, from, cells })
    // a long text below a row, or its name: the browser pastes
    if (!result) return
    event.preventDefault()
    setPasted({ ...result, step: store.history.newest() })
    announce(pastedWords(result))
    if (result.unsure.length > 0) onUnsure()
  }

  const open = useKey(
    'evaluated',
    () => pasted?.unsure.filter(at => typeof store.cell(at) === 'object').join('\n') ?? '',
  )
  // otherwise undo would take back what was done since the paste
  const isNewest = useKey('evaluated', () => pasted?.step !== undefined && store.history.newest() === pasted.step)
  const still = open === '' ? [] : open.split('\n')
  const [unsure] = still
  const result: ReactNode = pasted && (
    <Callout
      tone={still.length > 0 || pasted.left > 0 ? 'warn' : 'good'}
      actions={
        <>
          {unsure !== undefined && (
            <Button small onClick={() => go(unsure)}>
              Ke isian yang perlu dipastikan
            </Button>
          )}
          {isNewest && (
            <Button
              small
              kind="quiet"
              onClick={() => {
                if (store.history.newest() === pasted.step) store.undo()
                setPasted(null)
              }}
            >
              Urungkan tempelan
            </Button>
          )}
          <Button small kind="quiet" onClick={() => setPasted(null)}>
            Tutup
          </Button>
        </>
      }
    >
      {pastedWords({ ...pasted, unsure: still })}
    </Callout>
  )
  return { onPaste, result }
}
