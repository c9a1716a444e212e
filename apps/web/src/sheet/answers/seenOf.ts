/**
 * Up to which change the answers here are complete: all that was read, and own changes accepted right after it.
 * An accepted own change says nothing of those before it: another user's may be among them, still to be read.
 * `behind`: the form started from the cache, and later changes were not fetched yet.
 */
export function seenOf(version: number, behind = false) {
  let upTo = version
  let asked = !behind
  let before = 0
  const own = new Set<number>()
  function advance(): void {
    while (own.delete(upTo + 1)) upTo += 1
  }
  return {
    upTo: (): number => upTo,
    isBehind: (): boolean => !asked,
    /** The user has seen every change up to this one: what an earlier visit had read counts, too. */
    known(): number {
      let known = Math.max(upTo, before)
      while (own.has(known + 1)) known += 1
      return known
    },
    /** An earlier visit had read all up to this one. */
    recalled: (known: number): void => {
      before = Math.max(before, known)
    },
    isOwn: (seq: number): boolean => own.has(seq),
    /** A change of the user's own has this number; others may lie before it. */
    accepted(rev: number): void {
      if (rev > upTo) own.add(rev)
      advance()
    },
    /** Everything was read: this is the newest. */
    caughtUp(seq: number): void {
      asked = true
      this.reached(seq)
    },
    /** All up to this one was read. */
    reached(seq: number): void {
      upTo = Math.max(upTo, seq)
      for (const rev of own) if (rev <= upTo) own.delete(rev)
      advance()
    },
  }
}
