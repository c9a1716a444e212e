import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tools/vitest/LongestFirst.ts'

// Files of one worker share its modules: loading them anew for each took most of the time. Tests that need PostgreSQL share one
// server per run (prisma/src/testing.ts) and take a database of their own per file.
const node = (name: string, include: string[], database = false, others: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '**/dist/**', '**/generated/**', ...others],
    isolate: false,
    setupFiles: ['tools/vitest/quiet.ts'],
    ...(database ? { globalSetup: ['prisma/src/testing.ts'] } : {}),
  },
})

/** It judges how long each answer takes: apart from files that take the cores from each other. */
const badInput = 'apps/api/test/proofs/bad-input/badInput.test.ts'

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // they end what hangs and judge no time: a machine half as fast, with all it does beside, reaches none of them
    testTimeout: 240_000,
    hookTimeout: 300_000,
    projects: [
      node('conventions', ['tools/conventions/**/*.test.ts']),
      node('rules', ['packages/rules/**/*.test.ts']),
      node('contract', ['packages/contract/**/*.test.ts']),
      node('documents', ['packages/documents/**/*.test.ts']),
      node('db', ['prisma/**/*.test.ts'], true),
      node('openapi', ['apps/api/test/openapi/**/*.test.ts']),
      node('api', ['apps/api/src/**/*.test.ts', 'apps/api/test/{proofs,clients}/**/*.test.ts'], true, [badInput]),
      node('bad-input', [badInput], true),
      node('tools', ['tools/*.test.ts', 'tools/{bench,evidence,soak,stages,structure}/*.test.ts']),
      'apps/web/vitest.config.ts',
    ],
  },
})
