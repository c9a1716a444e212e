import { expect, it } from 'vitest'
import { cellsOf, paperGiven, wordsOf } from '#test/paperGiven.ts'
import { reportForm } from '#test/performanceReport.ts'
import { type Chain, indicatorId, objectiveId, programmeId } from '#test/sakipChain.ts'
import type { Answers } from '../../types/Answers.ts'
import { reportPaper } from './reportPaper.ts'

const year = (target: string, realized: string, objective?: string): NonNullable<Chain['indicators']>[string] => ({
  target,
  realized: [null, null, null, realized],
  register: { renstra5: '100', unit: 'nilai' },
  ...(objective && { objective }),
})
const chain: Chain = {
  indicators: { nilai: year('80', '88'), aduan: year('50', '40', 'Sasaran B') },
  programmes: { satu: { budget: '1000', spent: [null, null, null, '900'] } },
}
const [nilai] = [indicatorId(chain, 'nilai')]
const [a] = [objectiveId(chain, 'Sasaran A')]
const answers: Answers = {
  opening: { 'pendahuluan.gambaran-umum': { text: 'Dinas dibentuk.\n\n- bidang satu\n- bidang dua' } },
  indicators: { [nilai]: { earlier1: '75', earlier4: '60', national: '90', nationalSource: 'BPS 2026' } },
  analyses: { [a]: { thisYear: 'Tercapai.', causes: 'Ada dana.' } },
  programs: { [programmeId(chain, 'satu')]: { objective: a } },
}
const given = paperGiven(reportForm(chain), answers, '2026')

it('has four chapters with what was written, and of each objective the seven analyses', () => {
  const words = wordsOf(reportPaper, given)
  expect(words.filter(text => text.startsWith('BAB'))).toEqual(['BAB I', 'BAB II', 'BAB III', 'BAB IV'])
  expect(words).toEqual(expect.arrayContaining(['1.1 Gambaran umum organisasi', 'Dinas dibentuk.', 'bidang satu']))
  for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(words.filter(text => text.startsWith(`${n}. `))).toHaveLength(2)
  const [first, second] = [words.indexOf('Sasaran 1: Sasaran A'), words.indexOf('Sasaran 2: Sasaran B')]
  expect(words.slice(first, second)).toEqual(expect.arrayContaining(['Tercapai.', 'Ada dana.']))
  expect(words.slice(second)).not.toContain('Tercapai.')
})

it('has beside the analyses the numbers of the year, of the years before, of the plan and of the nation', () => {
  const [one] = reportPaper.each!.sasaran!(given)
  expect(cellsOf(reportPaper, one!, 'target-realisasi')).toEqual([['nilai', 'nilai', '80', '88', '110,00']])
  expect(cellsOf(reportPaper, one!, 'realisasi-tahun')).toEqual([['nilai', '60', '–', '–', '75', '88']])
  expect(cellsOf(reportPaper, one!, 'renstra')).toEqual([['nilai', '88', '100', '88,00']])
  expect(cellsOf(reportPaper, one!, 'nasional')).toEqual([['nilai', '88', '90', '97,78', 'BPS 2026']])
})

it('has the money by programme, with its sum, and the efficiency by objective', () => {
  expect(cellsOf(reportPaper, given, 'anggaran')).toEqual([
    ['satu', '1.000', '900', '90,00', '100'],
    ['Jumlah', '1.000', '900', '90,00', '100'],
  ])
  expect(cellsOf(reportPaper, given, 'efisiensi')).toEqual([
    ['Sasaran A', '110,00', '90,00', '20,00'],
    ['Sasaran B', '80,00', '–', '–'],
    ['Perangkat daerah', '95,00', '90,00', '5,00'],
  ])
})
