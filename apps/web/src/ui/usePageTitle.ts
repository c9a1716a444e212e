import { type RefObject, useEffect, useRef } from 'react'

let arrivals = 0

/**
 * Sets the document's title; give the ref to the page's h1. On navigation the heading takes the focus, so that
 * a screen reader starts there; on the first page of a visit the browser's own start is right.
 */
export function usePageTitle(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · SEPAKAT`
  }, [title])
  useEffect(() => {
    arrivals += 1
    if (arrivals > 1 && !document.querySelector('dialog[open]')) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
