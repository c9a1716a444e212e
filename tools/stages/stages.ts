import type { Counts } from './counts.ts'
import { journeys, style, tool, types, vitest, weights } from './programs.ts'

export interface Stage {
  name: string
  /** Of the two cores it takes; one that takes both runs alone. */
  cores: 1 | 2
  run: () => Promise<Counts>
}

/** Everything `npm test` runs, in this order: of those that share the cores the longest first. A new stage is a line here. */
export const stages: Stage[] = [
  { name: 'db', cores: 1, run: vitest('db') },
  { name: 'types', cores: 1, run: types },
  { name: 'style', cores: 1, run: style },
  { name: 'conventions', cores: 1, run: vitest('conventions') },
  { name: 'weights', cores: 1, run: weights },
  { name: 'openapi', cores: 1, run: vitest('openapi') },
  { name: 'rules', cores: 1, run: vitest('rules') },
  { name: 'web', cores: 1, run: vitest('web') },
  { name: 'contract', cores: 1, run: vitest('contract') },
  { name: 'documents', cores: 1, run: vitest('documents') },
  { name: 'api', cores: 2, run: vitest('api', 2) },
  // both wait for servers to start most of the time
  { name: 'tools', cores: 1, run: vitest('tools') },
  { name: 'soak', cores: 1, run: tool('soak', '--short') },
  { name: 'journeys', cores: 2, run: journeys },
  { name: 'bench', cores: 2, run: tool('bench', '--short') },
  { name: 'day', cores: 2, run: tool('bench', 'day', '--short') },
]

/** The quick ones, for `npm run check`. */
export const quick = ['types', 'style', 'conventions', 'weights', 'openapi']
