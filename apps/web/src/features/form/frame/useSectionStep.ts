import type { Section } from '@sepakat/rules'
import { useKeys } from '#ui/keys.ts'
import { useSections, useView } from '../FormContext.ts'
import { useGoSection } from './useGoSection.ts'

/** The sections before and after the current one, and the way there, by keys too. */
export function useSectionStep(): {
  before: Section | undefined
  after: Section | undefined
  go: (step: 1 | -1) => void
} {
  const sections = useSections()
  const id = useView('section')
  const goSection = useGoSection()
  const at = sections.findIndex(section => section.id === id)
  const go = (step: 1 | -1) => {
    const next = sections[at + step]
    if (next) goSection(next.id)
  }
  useKeys([
    { keys: 'Alt+ArrowDown', label: 'Bagian berikutnya', run: () => go(1) },
    { keys: 'Alt+ArrowUp', label: 'Bagian sebelumnya', run: () => go(-1) },
  ])
  return { before: sections[at - 1], after: sections[at + 1], go }
}
