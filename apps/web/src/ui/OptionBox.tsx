import { HeadlessMantineProvider, Combobox as MantineCombobox, type useCombobox } from '@mantine/core'
import type { ReactNode } from 'react'

/**
 * The provider around a Combobox and a MultiSelect. It brings Mantine's own, so that no page without either waits for
 * Mantine; headless, since its style element would be refused by the content security policy, and the look is ours (theme.css).
 */
export function OptionBox({
  store,
  onChoose,
  children,
}: {
  store: ReturnType<typeof useCombobox>
  onChoose: (value: string) => void
  children: ReactNode
}) {
  return (
    <HeadlessMantineProvider>
      <MantineCombobox store={store} unstyled withinPortal={false} floatingStrategy="fixed" onOptionSubmit={onChoose}>
        {children}
      </MantineCombobox>
    </HeadlessMantineProvider>
  )
}
