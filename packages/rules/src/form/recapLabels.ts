import type { Kind } from '../types/Kind.ts'
import { coreFigures } from './coreFigures.ts'

/**
 * What the figures of a recap are called, by their codes: as offices call them, but a part of the region is not called the region.
 * @param names what the newest reports call them
 */
export const recapLabels = (
  { figures }: Kind,
  names: Record<string, string>,
  { branch }: { branch: boolean },
): Record<string, string> => {
  const ofBranch = branch
    ? Object.entries(figures).flatMap(([code, figure]) => (figure.ofBranch ? [[code, figure.ofBranch]] : []))
    : []
  return { completeness: coreFigures.completeness.label, ...names, ...Object.fromEntries(ofBranch) }
}
