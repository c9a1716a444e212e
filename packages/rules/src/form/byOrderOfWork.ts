import type { Kind } from '../types.ts'

/** Compares forms by their report type, then as the work goes from one to the next. */
export function byOrderOfWork(a: Pick<Kind, 'form' | 'order'>, b: Pick<Kind, 'form' | 'order'>): number {
  const typeOf = ({ form }: Pick<Kind, 'form'>) => form.split('/')[0] ?? ''
  if (typeOf(a) !== typeOf(b)) return typeOf(a) < typeOf(b) ? -1 : 1
  return (a.order ?? 0) - (b.order ?? 0) || (a.form < b.form ? -1 : 1)
}
