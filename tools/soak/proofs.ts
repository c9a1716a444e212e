import { programProof } from './program-proof.ts'
import { proveMerge } from './prove-merge.ts'
import { provePilots } from './prove-pilots.ts'
import { proveRaces } from './prove-races.ts'
import { proveStartKill } from './prove-start-kill.ts'

export interface ProofAsk {
  /** The 30-second version that is part of `npm test`. */
  short: boolean
  /** Repeats a run: the same inputs in the same order. */
  seed: number
  /** Instead of the proof's own number, where it goes by rounds. */
  rounds?: number
}
export interface Proven {
  passed: number
  failed: number
  /** What was tried and what came of it, as Markdown; it is printed and becomes the evidence. */
  report: string
}
export interface Proof {
  name: string
  title: string
  /** Its short version runs in a stage of `npm test` of its own, so `--short` leaves it out here. */
  shortIsElsewhere?: true
  prove: (ask: ProofAsk) => Promise<Proven>
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
]
