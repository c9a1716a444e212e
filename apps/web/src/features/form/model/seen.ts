export type Seen = ReturnType<typeof seenOf>

/** Up to which change the answers here are the server's: all that was read, and what was accepted of one's own right after it. */
export function seenOf(version: number) {
  let upTo = version
  const own = new Set<number>()
  function advance(): void {
    while (own.delete(upTo + 1)) upTo += 1
  }
  return {
    upTo: (): number => upTo,
    /** A change of one's own has this number; others may lie before it. */
    accepted(rev: number): void {
      if (rev > upTo) own.add(rev)
      advance()
    },
    /** All up to this one was read. */
    reached(seq: number): void {
      upTo = Math.max(upTo, seq)
      for (const rev of own) if (rev <= upTo) own.delete(rev)
      advance()
    },
  }
}
