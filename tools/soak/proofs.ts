import type { Proof } from '../evidence/proof.ts'
import { readCounts } from '../stages/counts.ts'
import { execute } from '../stages/execute.ts'
import { proveDocuments } from './proveDocuments.ts'
import { proveMerge } from './proveMerge.ts'
import { provePilots } from './provePilots.ts'
import { proveRaces } from './proveRaces.ts'
import { proveStartKill } from './proveStartKill.ts'
import { proveWebhooks } from './proveWebhooks.ts'

/** A proof that is a program of its own: it takes `--seed=N` and `--short` and ends with the line `N passed, N failed`. */
const programProof =
  (script: string): Proof['prove'] =>
  async ({ short, seed }) => {
    const { code, said } = await execute([script, `--seed=${seed}`, ...(short ? ['--short'] : [])])
    const { passed, failed } = readCounts(said, code)
    const report = said.trimEnd().replace(/\n?\d+ passed, \d+ failed$/, '')
    return { passed, failed, report: report.trim() }
  }

/** The long proofs of `npm run soak`. A new one is a line here. */
export const proofs: Proof[] = [
  {
    name: 'bad-input',
    title: 'Bad input: no route breaks, slows down or hides what it stored',
    shortIsElsewhere: true,
    prove: programProof('apps/api/test/proofs/bad-input/main.ts'),
  },
  {
    name: 'reminders',
    title:
      'Reminders over a year: each message once, but for a worker that is killed between the answer of the mail server and its commit',
    shortIsElsewhere: true,
    prove: programProof('apps/api/test/proofs/reminders/main.ts'),
  },
  {
    name: 'start-kill',
    title: 'Kill -9 anywhere: it starts again and nothing acknowledged is lost',
    prove: proveStartKill,
  },
  {
    name: 'races',
    title: 'Many at once: exactly one wins, and history stays whole',
    prove: proveRaces,
  },
  {
    name: 'merge',
    title: 'Two devices, two people, any order: nothing is lost and nothing is overwritten unseen',
    prove: proveMerge,
  },
  {
    name: 'pilots',
    title: 'A whole year of five offices, typed in a browser from empty to approved',
    prove: provePilots,
  },
  {
    name: 'documents',
    title:
      'Editions: made in time and room beside people who use it, and read by programs that are not ours: poppler, LibreOffice',
    shortIsElsewhere: true,
    prove: proveDocuments,
  },
  {
    name: 'webhooks',
    title: 'Messages to programs: none is lost and at most one comes again for each worker that is killed',
    shortIsElsewhere: true,
    prove: proveWebhooks,
  },
]
