/** A line something was done about, or whose panel is open, and where it was among those shown. */
export interface Kept<L> {
  line: L
  at: number
  /** What was done; null: nothing yet. */
  sentence: string | null
  open: boolean
}

export interface ShownLine<L> {
  line: L
  sentence: string | null
  /** Its list no longer has it. */
  gone: boolean
}

/** The lines as they are shown: those their list no longer has stay where they were. @param kept in the order of the acts */
export function withDone<L extends { id: string }>(
  lines: readonly L[],
  kept: readonly Pick<Kept<L>, 'line' | 'at' | 'sentence'>[],
): ShownLine<L>[] {
  const listed = new Set(lines.map(({ id }) => id))
  const sentences = new Map(kept.map(({ line, sentence }) => [line.id, sentence]))
  const shown = lines.map(line => ({ line, sentence: sentences.get(line.id) ?? null, gone: false }))
  for (const { line, sentence, at } of kept)
    if (!listed.has(line.id)) shown.splice(Math.min(at, shown.length), 0, { line, sentence, gone: true })
  return shown
}
