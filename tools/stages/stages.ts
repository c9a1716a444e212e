import type { Counts } from './counts.ts'
import { journeys, style, tool, types, vitest, weights } from './programs.ts'

export interface Stage {
  name: string
  /** Of the two cores it takes; one that takes both runs alone. */
  cores: 1 | 2
  run: () => Promise<Counts>
}

/** Everything `npm test` runs, in this order. A new stage is a line here. */
export const stages: Stage[] = [
  { name: 'types', cores: 1, run: types },
  { name: 'style', cores: 1, run: style },
  { name: 'conventions', cores: 1, run: vitest('conventions') },
  { name: 'weights', cores: 1, run: weights },
  { name: 'rules', cores: 1, run: vitest('rules') },
  { name: 'contract', cores: 1, run: vitest('contract') },
  { name: 'documents', cores: 1, run: vitest('documents') },
  { name: 'db', cores: 1, run: vitest('db') },
  { name: 'web', cores: 1, run: vitest('web') },
  { name: 'api', cores: 2, run: vitest('api', 2) },
  { name: 'tools', cores: 2, run: vitest('tools', 2) },
  { name: 'journeys', cores: 2, run: journeys },
  { name: 'soak', cores: 2, run: tool('soak', '--short') },
  { name: 'bench', cores: 2, run: tool('bench', '--short') },
]

/** The quick ones, for `npm run check`. */
export const quick = ['types', 'style', 'conventions', 'weights']
