import type { Figure } from '@sepakat/rules'
import type { ReactNode } from 'react'
import { Button } from '#ui/Button.tsx'
import { useForm, useOpenFigures } from '../FormContext.ts'
import type { Tool } from '../useTool.ts'

/** A figure, as the button that shows and hides its derivation. `shows`: the id of what it shows while open. */
export function DerivationButton({
  figure: { code, row },
  tool,
  shows,
  className,
  title,
  children,
}: {
  figure: Figure
  tool: Tool | undefined
  shows: string
  className: string | undefined
  title?: string
  children: ReactNode
}) {
  const { view } = useForm()
  const open = useOpenFigures(row).includes(code)
  return (
    <Button
      {...tool}
      kind="quiet"
      small
      className={className}
      aria-expanded={open}
      aria-controls={open ? shows : undefined}
      {...(title && { title })}
      onClick={() => view.toggleFigure(row, code)}
    >
      {children}
    </Button>
  )
}
