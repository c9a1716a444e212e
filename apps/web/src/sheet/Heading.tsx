import { createElement, type ReactNode } from 'react'

/** A heading of the given level; below the sixth there is none. */
export const Heading = ({
  level,
  children,
  ...rest
}: {
  level: number
  children: ReactNode
  className?: string | undefined
  id?: string
  tabIndex?: number
}) => createElement(`h${Math.min(level, 6)}`, rest, children)
