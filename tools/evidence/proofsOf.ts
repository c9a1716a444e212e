/** How a file of docs/evidence is made again, and the code of the proof itself: what it proves is of it as much as of the product. */
export interface Source {
  repeat: string
  own: string[]
  /** It runs what `npm test` runs of the API, longer. */
  runsTests?: true
}

const ground = ['tools/bench/ground.ts', 'tools/bench/fill.ts', 'tools/bench/sample.ts']
const soak = (name: string, ...own: string[]): Source => ({ repeat: `npm run soak ${name}`, own })

/** By the name of the file, without its ending. */
export const sources: Record<string, Source> = {
  'bad-input': { ...soak('bad-input', 'tools/soak/proofs.ts'), runsTests: true },
  reminders: { ...soak('reminders', 'tools/soak/proofs.ts'), runsTests: true },
  webhooks: soak('webhooks', 'tools/soak/*.ts', ...ground),
  'start-kill': soak('start-kill', 'tools/soak/*.ts'),
  races: soak('races', 'tools/soak/*.ts', ...ground),
  merge: soak('merge', 'tools/soak/proveMerge.ts', ...ground),
  pilots: soak('pilots', 'tools/soak/*.ts', 'tools/soak/pilots', 'e2e/support', ...ground),
  documents: soak(
    'documents',
    'tools/soak/*.ts',
    'tools/soak/documents',
    'packages/documents/test/proof',
    'apps/api/test/editions',
  ),
  bench: { repeat: 'npm run bench', own: ['tools/bench.ts', 'tools/bench'] },
  'bench-day': { repeat: 'npm run bench day', own: ['tools/bench.ts', 'tools/bench'] },
  'bench-web': { repeat: 'npm run bench:web', own: ['tools/bench-web.ts', 'tools/bench'] },
}

const starting = [
  'tools/apiProcess.ts',
  'tools/openDatabaseOf.ts',
  'tools/requirePort.ts',
  'tools/prepare.ts',
  'tools/root.ts',
  'tools/runTool.ts',
  'tools/settings.ts',
  'tools/start.ts',
]
/** The product and what starts it, without what only tests it in `npm test`, and without documents. */
export const product = ['apps', 'packages', 'prisma', 'pnpm-lock.yaml', ...starting]
export const notProven = [':!*.test.ts', ':!*.test.tsx', ':!*.md']
export const testsAlone = [':!apps/api/test', ':!apps/api/src/testing']
