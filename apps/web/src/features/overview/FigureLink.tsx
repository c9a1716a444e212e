import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { type FigurePlace, paths } from '#ui/paths.ts'

/** The link that was followed last: back on its page it has the focus again. */
let followed: string | null = null

/** Leads to where a figure of an office comes from. */
export function FigureLink({ place, children }: { place: FigurePlace; children: ReactNode }) {
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
    <Link ref={link} to={to} onClick={() => (followed = key)}>
      {children}
    </Link>
  )
}
