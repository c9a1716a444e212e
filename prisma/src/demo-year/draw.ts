/** A number that follows from the words alone: the same seed and place give the same, so that a run can be repeated. */
export const draw = (...of: (string | number)[]): number => {
  let hash = 2_166_136_261
  for (const letter of of.join('\n')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return (hash ^ (hash >>> 15)) >>> 0
}

export const pick = <T>(all: readonly T[], ...of: (string | number)[]): T => all[draw(...of) % all.length]!
