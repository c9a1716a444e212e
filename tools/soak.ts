/**
 * `npm run soak [-- NAME …] [--short] [--seed=N] [--rounds=N] [--unrecorded]`: the long proofs, all of them or those named. A
 * whole run is written down in docs/evidence, which asks that all is committed; `--unrecorded` writes nothing down; `--short` is the
 * 30-second version that `npm test` runs. The last line is `N passed, N failed`.
 */
import { parseArgs } from 'node:util'
import { Refusal } from '@sepakat/db/engine/Refusal.ts'
import { openEvidence, unrecorded } from './evidence/openEvidence.ts'
import type { ProofAsk, Proven } from './evidence/proof.ts'
import { prepareCode } from './prepare.ts'
import { runTool } from './runTool.ts'
import { endAll } from './stages/execute.ts'

const { values, positionals } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    unrecorded: { type: 'boolean', default: false },
    seed: { type: 'string' },
    rounds: { type: 'string' },
  },
  allowPositionals: true,
})

await runTool(async () => {
  await prepareCode()
  // they import what was only just made
  const { proofs } = await import('./soak/proofs.ts')
  const unknown = positionals.filter(name => !proofs.some(proof => proof.name === name))
  if (unknown.length > 0)
    throw new Refusal(`No proof ${unknown.join(', ')}; there are: ${proofs.map(proof => proof.name).join(', ')}.`)
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
  if (!Number.isInteger(seed) || seed < 0) throw new Refusal('--seed is a whole number.')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      endAll()
      process.exit(1)
    })
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  if (rounds !== undefined && !(rounds > 0)) throw new Refusal('--rounds is a number above 0.')
  const ask: ProofAsk = { short: values.short, seed, rounds }
  const wanted = proofs.filter(
    ({ name, shortIsElsewhere }) =>
      positionals.includes(name) || (positionals.length === 0 && !(ask.short && shortIsElsewhere)),
  )
  const evidence = ask.short || values.unrecorded ? unrecorded : openEvidence()
  const all = { passed: 0, failed: 0 }
  for (const proof of wanted) {
    const begun = performance.now()
    console.log(`── ${proof.name}, seed ${seed}, begins ──`)
    const proven: Proven = await proof.prove(ask)
    const seconds = Math.round((performance.now() - begun) / 1000)
    console.log(`── ${proof.name}, seed ${seed}, ${seconds} s ──\n${proven.report}\n`)
    const unwritten = evidence.write(proof, ask, proven, seconds)
    if (unwritten) console.log(`${unwritten}\n`)
    all.passed += proven.passed
    all.failed += proven.failed
  }
  console.log(`${all.passed} passed, ${all.failed} failed`)
  return all.failed > 0 ? 1 : 0
})
