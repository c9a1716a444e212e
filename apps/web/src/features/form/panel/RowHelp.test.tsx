import type { Row } from '@sepakat/rules'
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { openInvented } from '#sheet/answers/fixtures/store.ts'
import { partOf } from '#testing/partOf.ts'
import { renderForm } from '../fixtures/render.tsx'
import { RowHelp } from './panelParts.tsx'

const row = (confidence: Row['confidence']) =>
  partOf<Row>({
    table: 'counts',
    id: 'kematian',
    label: 'Angka kematian',
    confidence,
    legal: 'PP 2/2018',
    fields: {},
  })

it('says in one quiet line that the wording of the row was not yet compared, and nothing of one that was', () => {
  const opened = openInvented()
  const { unmount } = renderForm(opened.store, <RowHelp row={row('memory')} field={undefined} />)
  expect(screen.getByText('Bunyi baris ini belum dicocokkan dengan peraturan.')).toBeTruthy()
  unmount()
  renderForm(opened.store, <RowHelp row={row('seen')} field={undefined} />)
  expect(screen.getByText('PP 2/2018')).toBeTruthy()
  expect(screen.queryByText(/belum dicocokkan/)).toBeNull()
  opened.store.stop()
})
