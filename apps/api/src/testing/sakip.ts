import type { Answers } from '@sepakat/rules'
import { v7 } from 'uuid'

/** Ids of a register of one goal, one objective and two indicators, of which the agreement takes both. */
export const sakipIds = () => ({ goal: v7(), objective: v7(), indicators: [v7(), v7()] as const, program: v7() })
export type SakipIds = ReturnType<typeof sakipIds>

export const registerAnswers = ({ goal, objective, indicators }: SakipIds): Answers => ({
  goals: { [goal]: { $position: 'a0', name: 'Kesejahteraan sosial meningkat' } },
  objectives: { [objective]: { $parent: goal, $position: 'a0', name: 'Pelayanan sosial merata' } },
  indicators: Object.fromEntries(
    indicators.map((id, at) => [
      id,
      {
        $parent: objective,
        $position: `a${at}`,
        name: `Persentase layanan ${at + 1}`,
        unit: '%',
        direction: 'higher',
        quarterly: 'last',
        renstra2: '90',
        agreed: true,
      },
    ]),
  ),
})

/** An agreement of that register that can be submitted. */
export const agreementAnswers = ({ indicators, program }: SakipIds): Answers => ({
  parties: { first: { name: 'Kepala Dinas', job: 'Kepala' }, second: { name: 'Bupati', job: 'Bupati' } },
  document: { document: { date: '2026-01-20' } },
  indicators: Object.fromEntries(
    indicators.map(id => [id, { target: '90', tw1: '20', tw2: '45', tw3: '70', tw4: '90' }]),
  ),
  programs: { [program]: { $position: 'a0', name: 'Program Rehabilitasi Sosial', budget: '1500000000' } },
})
