import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A box that scrolls sideways by itself and, only while it does, is focusable and scrolled with the keyboard. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => setScrolls(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])

  // a group, no landmark: a page may have several with one name
  const reachable = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': `${label}, dapat digeser ke samping` } : {}
  return (
    <div ref={box} className={className} data-scrolls={scrolls || undefined} {...reachable}>
      {children}
    </div>
  )
}
