/** What was done about a line, and where it was among those shown. */
export interface Done<L> {
  line: L
  sentence: string
  at: number
}

/** The lines as they are shown: those an act took off the list stay where they were, with what happened. @param done in the order of the acts */
export function withDone<L extends { id: string }>(
  lines: readonly L[],
  done: readonly Done<L>[],
): { line: L; sentence: string | null }[] {
  const gone = new Set(done.map(({ line }) => line.id))
  const shown: { line: L; sentence: string | null }[] = lines
    .filter(({ id }) => !gone.has(id))
    .map(line => ({ line, sentence: null }))
  for (const { line, sentence, at } of done) shown.splice(Math.min(at, shown.length), 0, { line, sentence })
  return shown
}
