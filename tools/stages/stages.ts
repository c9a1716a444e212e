import type { Counts } from './counts.ts'
import { journeys, style, tool, types, vitest, weights } from './programs.ts'

export interface Stage {
  name: string
  /** Of the two cores it takes; 0: it waits for servers to start most of the time, so one such runs beside the others. */
  cores: 0 | 1 | 2
  /** Nothing runs beside it: its times are judged, or it fills the machine. */
  alone?: true
  run: () => Promise<Counts>
}

/** Everything `npm test` runs, in this order: of those that share the cores the longest first. A new stage is a line here. */
export const stages: Stage[] = [
  { name: 'db', cores: 1, run: vitest('db') },
  { name: 'bad-input', cores: 1, run: vitest('bad-input') },
  { name: 'types', cores: 1, run: types },
  { name: 'style', cores: 1, run: style },
  { name: 'conventions', cores: 1, run: vitest('conventions') },
  { name: 'weights', cores: 1, run: weights },
  { name: 'openapi', cores: 1, run: vitest('openapi') },
  { name: 'rules', cores: 1, run: vitest('rules') },
  { name: 'web', cores: 1, run: vitest('web') },
  { name: 'contract', cores: 1, run: vitest('contract') },
  { name: 'documents', cores: 1, run: vitest('documents') },
  { name: 'tools', cores: 0, run: vitest('tools') },
  { name: 'soak', cores: 0, run: tool('soak', '--short') },
  // four: some of its files wait for receivers and workers for a minute
  { name: 'api', cores: 2, run: vitest('api', 4) },
  { name: 'journeys', cores: 2, alone: true, run: journeys },
  { name: 'bench', cores: 2, alone: true, run: tool('bench', '--short') },
  { name: 'day', cores: 2, alone: true, run: tool('bench', 'day', '--short') },
]

/** The quick ones, for `npm run check`. */
export const quick = ['types', 'style', 'conventions', 'weights', 'openapi']
