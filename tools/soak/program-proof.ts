import type { Proof } from '../evidence/proof.ts'
import { readCounts } from '../stages/counts.ts'
import { execute } from '../stages/execute.ts'

/** A proof that is a program of its own: it takes `--seed=N` and `--short` and ends with the line `N passed, N failed`. */
export const programProof =
  (script: string): Proof['prove'] =>
  async ({ short, seed }) => {
    const { code, said } = await execute([script, `--seed=${seed}`, ...(short ? ['--short'] : [])])
    const { passed, failed } = readCounts(said, code)
    const report = said.trimEnd().replace(/\n?\d+ passed, \d+ failed$/, '')
    return { passed, failed, report: report.trim() }
  }
