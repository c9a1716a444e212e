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
