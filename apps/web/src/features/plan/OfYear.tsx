import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { NotFoundPage } from '#sync/problems/PageProblem.tsx'

/** A page of the year in its address. */
export function OfYear({ page: Page }: { page: (props: { year: number }) => ReactNode }) {
  const year = Number(useParams().year)
  return Number.isInteger(year) && year >= 2015 && year <= 2100 ? <Page year={year} /> : <NotFoundPage />
}
