import type { FrozenBlockOfEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { SaidBlocks } from './SaidBlocks.tsx'

const coverage = { owed: 3, reported: 3, approved: 2 }
const region = { form: 'spm/triwulan', period: '2025-TW4', code: 'spm.regionIndex', row: '' }
const blocks: FrozenBlockOfEdition[] = [
  {
    block: 'paragraph',
    text: [
      { piece: 'text', text: 'Indeks SPM ' },
      { piece: 'figure', of: region, said: '82,50', value: '82.5', unit: '', coverage, standing: 'incomplete' },
    ],
  },
  {
    block: 'table',
    number: 'Tabel 1.1',
    table: {
      id: 't',
      title: 'Capaian',
      columns: [
        { id: 'name', title: 'Layanan', share: 1 },
        { id: 'due', title: 'Sasaran', share: 1, number: true },
        { id: 'index', title: 'Indeks', share: 1, number: true },
        { id: 'sum', title: 'Jumlah', share: 1, number: true },
      ],
      lines: [
        {
          cells: {
            name: { text: 'Ibu hamil' },
            due: { value: '40', of: { submission: 's', n: 2, pointer: '/recipients/ibu-hamil/due' } },
            index: { value: '90', of: { ...region, code: 'spm.index', row: 'ibu-hamil', office: 'dinkes' } },
            sum: { value: '7' },
          },
        },
      ],
      notes: [],
    },
  },
]
const toRegion = '/ringkasan?tahun=2025&formulir=spm%2Ftriwulan&periode=2025-TW4&rekap=spm.regionIndex%2F'
const toOffice = '/ringkasan/angka?opd=dinkes&formulir=spm%2Ftriwulan&periode=2025-TW4&kode=spm.index&baris=ibu-hamil'

it('leads from each number with a figure or an answer behind it to where it is from', () => {
  render(
    <MemoryRouter>
      <SaidBlocks blocks={blocks} />
    </MemoryRouter>,
  )
  expect(screen.getAllByRole('link').map(link => [link.textContent, link.getAttribute('href')])).toEqual([
    ['82,50', toRegion],
    ['40', '/periksa/s?at=%2Frecipients%2Fibu-hamil%2Fdue&kiriman=2'],
    ['90', toOffice],
  ])
})
