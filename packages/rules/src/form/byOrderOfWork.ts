import { reportTypeOf } from '../reportTypes.ts'
import type { Kind } from '../types/Kind.ts'

/** Compares forms by their report type, then in working order. */
export function byOrderOfWork(a: Pick<Kind, 'form' | 'order'>, b: Pick<Kind, 'form' | 'order'>): number {
  const [typeOfA, typeOfB] = [reportTypeOf(a.form), reportTypeOf(b.form)]
  if (typeOfA !== typeOfB) return typeOfA < typeOfB ? -1 : 1
  return (a.order ?? 0) - (b.order ?? 0) || (a.form < b.form ? -1 : 1)
}
