import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { type FigureAddress, paths } from '#ui/paths.ts'

/** The link that was followed last: back on its page it has the focus again. */
let followed: string | null = null

/** Leads to where a figure of an office comes from, or to how one of the region is computed. */
export function FigureLink({ place, title, children }: { place: FigureAddress; title?: string; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null)
  const to = paths.figure(place)
  const key = `${location.pathname} ${to}`
  useEffect(() => {
    if (followed !== key) return
    followed = null
    // After the heading of the page, which takes the focus on navigation.
    const soon = setTimeout(() => link.current?.focus())
    return () => clearTimeout(soon)
  }, [key])
  return (
    <Link ref={link} to={to} title={title} onClick={() => (followed = key)}>
      {children}
    </Link>
  )
}
