import { useForm } from '../FormContext.ts'

/** Shows a section and focuses its heading. */
export function useGoSection(): (section: string) => void {
  const { view } = useForm()
  return section => {
    view.set({ section, hand: null })
    requestAnimationFrame(() => {
      const heading = document.getElementById('bagian')
      heading?.focus({ preventScroll: true })
      heading?.scrollIntoView({ block: 'start' })
    })
  }
}
